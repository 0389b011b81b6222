import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { filesOfOrder, showFile } from "#orders";
import { type LinkHolder, type Outbound, outbound } from "#platform";
import { fenna, noor } from "../../../tests/cast.ts";
import { partnerHouse, read } from "../testing.ts";

let answer: { status: number; body: Buffer | string; location?: string } = { status: 200, body: "" };
let asked = 0;
const partnerServer = createServer((_, response) => {
  asked += 1;
  response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body);
});

let made: Awaited<ReturnType<typeof partnerHouse>>;
beforeAll(async () => {
  made = await partnerHouse();
  await new Promise<void>((done) => partnerServer.listen(0, "127.0.0.1", done));
});
afterAll(async () => {
  partnerServer.close();
  await made.house.close();
});
beforeEach(() => {
  asked = 0;
  made.house.platform.services.outbound = partnerOutside();
});

/** The partner's computer as it were outside: its https name leads to the server of this test, all else is as in earnest. */
const partnerOutside = (): Outbound => {
  const strict = outbound();
  const here = outbound({ allowPrivate: true });
  return {
    refusal: strict.refusal,
    send: (url, request) => {
      if (!url.startsWith("https://files.partner.example/")) return strict.send(url, request);
      const { port } = partnerServer.address() as AddressInfo;
      return here.send(url.replace("https://files.partner.example", `http://127.0.0.1:${port}`), request);
    },
  };
};

let orders = 0;
const deliver = async (...urls: string[]) => {
  orders += 1;
  const payload = read("02-zonneweide-minimaal.json");
  const photos = urls.map((url) => ({ url, kind: "electrical_panel" }));
  const given = await made.send("zonneweide", {
    ...payload,
    partner_order_id: `FILES-${orders}`,
    intake: { photos },
  });
  return given.body!.order_id;
};
const settle = () => made.house.settles();
const filesFor = async (orderId: string) => (await made.house.asks(noor, filesOfOrder, { orderId })).rows;
const exceptionsOf = async (orderId: string) => {
  const rows = await made.house.platform.database.db
    .selectFrom("exceptions")
    .select("facts")
    .where("orderId", "=", orderId)
    .where("kind", "=", "file_not_fetched")
    .execute();
  return rows.map(({ facts }) => facts);
};
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#336699" } })
    .jpeg()
    .toBuffer();
const customerOf = (orderId: string): LinkHolder => ({
  kind: "customer",
  linkId: orderId,
  purpose: "order",
  orderId,
  contactId: null,
  organizationId: null,
});

describe("a file a partner offers by address", () => {
  test("is fetched once and hung on the order, as what it really is", async () => {
    answer = { status: 200, body: await photo() };
    const url = "https://files.partner.example/Meterkast%20Zo%C3%AB.exe";
    const orderId = await deliver(url, url);
    await settle();
    expect(await filesFor(orderId)).toMatchObject([
      { name: "Meterkast Zoë.jpg", mediaType: "image/jpeg", kind: "partner-file", visibility: "partner" },
    ]);
    expect(asked).toBe(1);
    expect(await exceptionsOf(orderId)).toEqual([]);
  });

  test("is tried three times, and then a person hears of it", async () => {
    answer = { status: 503, body: "busy" };
    const orderId = await deliver("https://files.partner.example/kast.jpg");
    for (let round = 0; round < 5; round += 1) {
      await settle();
      made.house.clock.forward("PT10M");
    }
    expect(asked).toBe(3);
    expect(await exceptionsOf(orderId)).toEqual([{ name: "kast.jpg", error: "HTTP 503" }]);
    expect(await filesFor(orderId)).toEqual([]);
  });

  test.each([
    ["https://10.0.0.8/kast.jpg", "private_address"],
    ["https://localhost/kast.jpg", "private_address"],
  ])("at %s is never asked for", async (url, error) => {
    const orderId = await deliver(url);
    await settle();
    expect(await exceptionsOf(orderId)).toMatchObject([{ error }]);
  });

  test("that is a program is not kept, whatever its name", async () => {
    answer = { status: 200, body: Buffer.from("MZ\u0090\u0000 this is a program") };
    const orderId = await deliver("https://files.partner.example/foto.jpg");
    await settle();
    expect(asked).toBe(1);
    expect(await exceptionsOf(orderId)).toMatchObject([{ error: "file-type-not-allowed" }]);
  });

  test("is not fetched beyond the limit of size", async () => {
    answer = { status: 200, body: Buffer.alloc(16 * 1024 * 1024) };
    const orderId = await deliver("https://files.partner.example/groot.jpg");
    await settle();
    expect(await exceptionsOf(orderId)).toMatchObject([{ error: "too_large" }]);
  });
});

describe("the files of an order", () => {
  test("are seen by partner and customer as far as the office says, and by no other partner", async () => {
    answer = { status: 200, body: await photo() };
    const orderId = await deliver("https://files.partner.example/zicht.jpg");
    await settle();
    const [file] = await filesFor(orderId);
    const seenBy = async (actor: Parameters<typeof made.house.asks>[0]) =>
      (await made.house.asks(actor, filesOfOrder, { orderId })).rows.map(({ id }) => id);
    const partner = made.actors.get("zonneweide")!;
    expect(await seenBy(partner)).toEqual([file!.id]);
    expect(await seenBy(customerOf(orderId))).toEqual([]);
    await expect(seenBy(made.actors.get("nordvik")!)).rejects.toMatchObject({ status: 404 });
    const change = { orderId, fileId: file!.id, visibility: "customer" } as const;
    await expect(made.house.does(fenna, showFile, change)).rejects.toMatchObject({ status: 403 });
    await made.house.does(noor, showFile, change);
    expect(await seenBy(customerOf(orderId))).toEqual([file!.id]);
    await made.house.does(noor, showFile, { ...change, visibility: "internal" });
    expect(await seenBy(partner)).toEqual([]);
  });
});
