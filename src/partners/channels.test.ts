import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organizations } from "#crm";
import { automation, outbound } from "#platform";
import { ada, fenna, noor } from "../../tests/cast.ts";
import { changeChannel, openChannel } from "./actions/changeChannel.ts";
import { mapSku } from "./actions/mapSku.ts";
import { unmapSku } from "./actions/unmapSku.ts";
import { renewWebhookSecret, setWebhook, testWebhook } from "./actions/webhook.ts";
import { channelOfPartner, channelsList, partnerArticlesList } from "./queries/channels.ts";
import { deliveriesList } from "./queries/desk.ts";
import { partnerHouse, read } from "./testing.ts";
import { webhookSignature } from "./webhooks/deliver.ts";

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

const received: Received[] = [];
let answerWith = 200;
const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on("end", () => {
    received.push({ headers: request.headers, body });
    response.writeHead(answerWith).end();
  });
});

let made: Awaited<ReturnType<typeof partnerHouse>>;
let url = "";
beforeAll(async () => {
  made = await partnerHouse();
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.close();
  await made.house.close();
});

const idOf = (key: string) => made.actors.get(key)!.organizationId;
const everything = [
  "order.created",
  "order.status_changed",
  "quote.created",
  "quote.approved",
  "visit.scheduled",
  "order.completed",
] as const;

describe("a partner's connection", () => {
  test("is opened once, with a name of its own, for an entity that exists", async () => {
    const partner = await made.house.works(automation("test"), (work) =>
      organizations.add(work, { kind: "partner", name: "Nieuwe Dealer" }),
    );
    const organizationId = partner.id;
    const asked = { organizationId, key: "nieuwe-dealer", businessEntity: "chargecars" };
    expect(await made.house.asks(noor, channelOfPartner, { organizationId })).toEqual({ channel: null });
    const nowhere = made.house.does(noor, openChannel, { ...asked, businessEntity: "elders" });
    await expect(nowhere).rejects.toMatchObject({ facts: { errors: [{ pointer: "/businessEntity" }] } });
    const taken = made.house.does(noor, openChannel, { ...asked, key: "nordvik" });
    await expect(taken).rejects.toMatchObject({ facts: { errors: [{ pointer: "/key", problem: "taken" }] } });
    const both = made.house.does(noor, openChannel, { ...asked, key: "nordvik", businessEntity: "elders" });
    await expect(both).rejects.toMatchObject({
      facts: { errors: [{ pointer: "/businessEntity" }, { pointer: "/key" }] },
    });
    await made.house.does(noor, openChannel, asked);
    await expect(made.house.does(noor, openChannel, asked)).rejects.toMatchObject({
      type: "partners/channel-exists",
    });
    const { rows } = await made.house.asks(noor, channelsList, { search: "nieuwe" });
    expect(rows).toMatchObject([{ id: organizationId, active: true, hasWebhook: false, keys: 0 }]);
  });

  test("is kept by the partner desk, and its addresses by whoever keeps connections", async () => {
    const organizationId = idOf("klaverlaad");
    const change = made.house.does(fenna, changeChannel, { organizationId, active: false });
    await expect(change).rejects.toMatchObject({ status: 403 });
    const webhook = made.house.does(noor, setWebhook, { organizationId, url, events: [] });
    await expect(webhook).rejects.toMatchObject({ status: 403 });
  });

  test("reads an order by the field map that was set, and names the field that is wrong in one", async () => {
    const organizationId = idOf("klaverlaad");
    const { channel } = await made.house.asks(noor, channelOfPartner, { organizationId });
    const wrong = made.house.does(noor, changeChannel, {
      organizationId,
      fields: { "customer.email": "e mail", notes: "opmerking" },
    });
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      facts: {
        errors: expect.arrayContaining([
          expect.objectContaining({ pointer: "/fields/customer.email" }),
          expect.objectContaining({ pointer: "/fields/partner_order_id", problem: "required" }),
        ]),
      },
    });
    const fields = { ...channel!.fields, notes: "bijzonderheden" };
    await made.house.does(noor, changeChannel, { organizationId, fields, statusMap: { new_lead: "BINNEN" } });
    const { opmerking: _, ...payload } = read("06-klaverlaad-plat.json");
    const given = await made.send("klaverlaad", {
      ...payload,
      ordernr: "MAP-1",
      bijzonderheden: "Bel eerst",
    });
    expect(given).toMatchObject({ status: 201, body: { status: "BINNEN" } });
    expect((await made.storedOrder(given.body!.order_id)).notes).toBe("Bel eerst");
  });

  test("gives the first order again instead of a conflict where that was agreed", async () => {
    const organizationId = idOf("klaverlaad");
    await made.house.does(noor, changeChannel, { organizationId, repeatedOrder: "existing" });
    const payload = { ...read("06-klaverlaad-plat.json"), ordernr: "MAP-2" };
    await made.send("klaverlaad", payload);
    const again = await made.send("klaverlaad", { ...payload, huisnr: "99" });
    expect(again).toMatchObject({ status: 200, body: { result: "existing" } });
  });

  test("that is closed takes in nothing", async () => {
    const organizationId = idOf("klaverlaad");
    await made.house.does(noor, changeChannel, { organizationId, active: false });
    expect(await made.send("klaverlaad", { ordernr: "X" })).toMatchObject({
      problem: { type: "partners/no-channel" },
    });
    await made.house.does(noor, changeChannel, { organizationId, active: true });
  });
});

describe("a webhook", () => {
  test("shows its secret once, signs with it, and sends a test on request", async () => {
    const organizationId = idOf("polderstroom");
    const first = await made.house.does(ada, setWebhook, { organizationId, url, events: [...everything] });
    expect(first.secret).toMatch(/^whs_/);
    const again = await made.house.does(ada, setWebhook, { organizationId, url, events: [...everything] });
    expect(again.secret).toBeNull();
    const { secret } = await made.house.does(ada, renewWebhookSecret, { organizationId });
    expect(secret).not.toBe(first.secret);
    received.length = 0;
    const { deliveryId } = await made.house.does(ada, testWebhook, { organizationId });
    await made.house.settles();
    const { headers, body } = received[0]!;
    expect(headers["x-chargecars-event"]).toBe("test");
    expect(headers["x-chargecars-signature"]).toBe(
      webhookSignature(secret, String(headers["x-chargecars-timestamp"]), body),
    );
    const { rows } = await made.house.asks(noor, deliveriesList, { organizationId });
    expect(rows.find(({ id }) => id === deliveryId)).toMatchObject({ status: "delivered", attempts: 1 });
  });

  test("that fails a test says so, without an exception for the office", async () => {
    const organizationId = idOf("polderstroom");
    answerWith = 500;
    const { deliveryId } = await made.house.does(ada, testWebhook, { organizationId });
    await made.house.settles();
    answerWith = 200;
    const { rows } = await made.house.asks(noor, deliveriesList, { organizationId });
    expect(rows.find(({ id }) => id === deliveryId)).toMatchObject({
      status: "failed",
      lastError: "HTTP 500",
    });
    const open = await made.house.platform.database.db.selectFrom("exceptions").select("kind").execute();
    expect(open.map(({ kind }) => kind)).not.toContain("webhook_failed");
  });

  test("tells of the chosen steps only", async () => {
    const organizationId = idOf("nordvik");
    await made.house.does(ada, setWebhook, { organizationId, url, events: ["quote.created"] });
    received.length = 0;
    await made.send("nordvik", read("07-nordvik-dealer.json"));
    await made.house.settles();
    expect(received).toEqual([]);
  });

  test.each([
    ["http://hooks.partner.example/in", "not-https"],
    ["https://192.168.1.4/in", "private-address"],
    ["geen adres", "not-a-url"],
  ])("to %s is refused outside demo and tests: %s", async (address, problem) => {
    const { services } = made.house.platform;
    services.outbound = outbound();
    const asked = { organizationId: idOf("nordvik"), url: address, events: [] };
    await expect(made.house.does(ada, setWebhook, asked)).rejects.toMatchObject({
      status: 422,
      facts: { errors: [{ pointer: "/url", problem }] },
    });
    services.outbound = outbound({ allowPrivate: true });
  });

  test("without an address has nothing to test", async () => {
    const test = made.house.does(ada, testWebhook, { organizationId: idOf("getijde") });
    await expect(test).rejects.toMatchObject({ type: "partners/no-webhook" });
  });
});

describe("a partner's article numbers", () => {
  test("are listed, added and taken off", async () => {
    const organizationId = idOf("zonneweide");
    const articleId = made.articleIds.get("LAD-0011")!;
    await made.house.does(noor, mapSku, { organizationId, partnerSku: "ZON-100%", articleId });
    const find = (search?: string) =>
      made.house.asks(noor, partnerArticlesList, { organizationId, ...(search ? { search } : {}) });
    expect((await find("100%")).rows).toMatchObject([{ partnerSku: "ZON-100%", articleNumber: "LAD-0011" }]);
    await made.house.does(noor, unmapSku, { organizationId, partnerSku: "ZON-100%" });
    expect((await find("100%")).rows).toEqual([]);
    const twice = made.house.does(noor, unmapSku, { organizationId, partnerSku: "ZON-100%" });
    await expect(twice).rejects.toMatchObject({ status: 404 });
    expect((await find()).rows.length).toBeGreaterThan(2);
  });
});
