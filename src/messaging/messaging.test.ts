import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook, matchOrMakeCustomer, splitName } from "#crm";
import { addTestEntities } from "#crm/testing";
import { createOrder, ordering } from "#orders";
import { automation } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { ada, noor } from "../../tests/cast.ts";
import { changeTemplate } from "./actions/changeTemplate.ts";
import { resendMessage } from "./actions/resendMessage.ts";
import { mailTemplate, messaging, sendMail, smtpMailer } from "./index.ts";
import { messageById, messagesList } from "./queries/messages.ts";

const welcome = mailTemplate("test/welcome", {
  nl: { subject: "Welkom bij {entityName}", body: "Beste {contactName},\n\n[Bekijk]({link})" },
  en: { subject: "Welcome to {entityName}", body: "Dear {contactName},\n\n[View]({link})" },
});

const received: string[] = [];
let refuse = false;
const smtp = new SMTPServer({
  authOptional: true,
  onRcptTo: (_address, _session, done) => done(refuse ? new Error("mailbox full") : null),
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      received.push(Buffer.concat(parts).toString());
      done();
    });
  },
});

let house: House;
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as { port: number };
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}?tls.rejectUnauthorized=false`);
  house = await openHouse([ordering, messaging], { services: { addresses: builtInAddressBook, mailer } });
  await house.works(automation("setup"), addTestEntities);
});
afterAll(async () => {
  await house.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const orderFor = (name: string, email: string | null, language: "nl" | "en" = "nl") =>
  house.works(automation("test"), async (work) => {
    const customer = await matchOrMakeCustomer(work, {
      ...splitName(name),
      company: null,
      email,
      phone: null,
      language,
    });
    const { organization: account } = customer;
    const order = await createOrder(work, {
      businessEntity: "chargecars",
      kind: "installation",
      source: "test",
      account,
      customer,
      site: null,
    });
    return { orderId: order.id, contactId: customer.contact.id, organizationId: account.id };
  });

const send = (to: Awaited<ReturnType<typeof orderFor>>, key?: string, more: { calendar?: string } = {}) =>
  house.works(automation("test"), (work) =>
    sendMail(work, welcome, {
      ...to,
      variables: { link: "https://chargecars.example/c/x" },
      ...(key ? { key } : {}),
      ...more,
    }),
  );

const sent = async (orderId: string) => (await house.asks(noor, messagesList, { orderId })).rows;

describe("a mail", () => {
  test("goes out in the contact's language, once for its key, and stands with order and organization", async () => {
    const to = await orderFor("Anna Berg", "anna@example.org", "en");
    await send(to, "welcome-1");
    await send(to, "welcome-1");
    await house.settles();
    const rows = await sent(to.orderId);
    expect(rows).toMatchObject([
      { status: "sent", subject: "Welcome to ChargeCars", toAddress: "anna@example.org" },
    ]);
    expect(received.filter((mail) => mail.includes("anna@example.org"))).toHaveLength(1);
    const whole = await house.asks(noor, messageById, { messageId: rows[0]!.id });
    expect(whole.html).toContain("#0066CC");
  });

  test("carries an invitation as calendars read it", async () => {
    const to = await orderFor("Iris Agenda", "iris@example.org");
    const calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    await send(to, undefined, { calendar });
    await house.settles();
    const mail = received.find((each) => each.includes("iris@example.org"));
    expect(mail).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(mail).toContain("afspraak.ics");
  });

  test("is tried again, waits for a person after the last try, and can be sent again", async () => {
    const to = await orderFor("Bo Vol", "bo@example.org");
    refuse = true;
    await send(to);
    for (let round = 0; round < 8; round += 1) {
      await house.settles();
      house.clock.forward("PT1H");
    }
    const [failed] = await sent(to.orderId);
    expect(failed).toMatchObject({ status: "failed", error: expect.stringContaining("mailbox full") });
    refuse = false;
    await house.does(noor, resendMessage, { messageId: failed!.id });
    await house.settles();
    expect(await sent(to.orderId)).toMatchObject([{ status: "sent" }]);
  });

  test("to somebody without an address becomes an exception", async () => {
    const to = await orderFor("Corrie Zonder", null);
    await send(to);
    await house.settles();
    expect(await sent(to.orderId)).toEqual([]);
    const { db } = house.platform.database;
    const open = await db.selectFrom("exceptions").select("kind").where("orderId", "=", to.orderId).execute();
    expect(open).toEqual([{ kind: "no_mail_address" }]);
  });

  test("has the office's own text, unless that uses an unknown word", async () => {
    const own = {
      name: "test/welcome",
      language: "nl" as const,
      subject: "Dag {contactName}",
      body: "Tot snel",
    };
    await expect(house.does(ada, changeTemplate, { ...own, body: "{nonsense}" })).rejects.toMatchObject({
      status: 422,
    });
    await house.does(ada, changeTemplate, own);
    const to = await orderFor("Dirk Dag", "dirk@example.org");
    await send(to);
    await house.settles();
    expect(await sent(to.orderId)).toMatchObject([{ subject: "Dag Dirk Dag" }]);
    await expect(house.does(noor, changeTemplate, own)).rejects.toMatchObject({ status: 403 });
  });
});
