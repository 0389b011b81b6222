import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInAddressBook, changeOrganization, matchOrMakeCustomer, organizations, splitName } from "#crm";
import { addTestEntities } from "#crm/testing";
import { createOrder, moveOrder, ordering } from "#orders";
import { automation } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { noor, ravi } from "../../tests/cast.ts";
import { mailTemplate, messaging, outboxMailer, sendMail } from "./index.ts";
import { contactTimeline, partyTimeline } from "./queries/customerTimeline.ts";

const welcome = mailTemplate("test/news", {
  nl: { subject: "Nieuws voor {contactName}", body: "Beste {contactName}" },
  en: { subject: "News for {contactName}", body: "Dear {contactName}" },
});

let house: House;
beforeAll(async () => {
  house = await openHouse([ordering, messaging], {
    services: { addresses: builtInAddressBook, mailer: outboxMailer },
  });
  await house.works(automation("setup"), addTestEntities);
});
afterAll(() => house.close());

const person = (name: string) =>
  house.works(automation("test"), (work) =>
    matchOrMakeCustomer(work, {
      ...splitName(name),
      company: null,
      email: `${name.replace(/\W/g, "").toLowerCase()}@example.org`,
      phone: null,
    }),
  );
type Customer = Awaited<ReturnType<typeof person>>;

const orderOf = (customer: Customer, businessEntity = "chargecars", account = customer.organization) =>
  house.works(automation("test"), (work) =>
    createOrder(work, {
      businessEntity,
      kind: "installation",
      source: "test",
      account,
      customer,
      site: null,
    }),
  );

const mail = ({ contact, organization }: Customer, orderId: string | null) =>
  house.works(automation("test"), (work) =>
    sendMail(work, welcome, { orderId, contactId: contact.id, organizationId: organization.id }),
  );

const namesIn = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);

describe("the timeline of an organization", () => {
  test("tells steps of its orders, mail to it and changes of its data, newest first, with who did it", async () => {
    const anna = await person("Anna van den Berg");
    const order = await orderOf(anna);
    house.clock.forward("PT1H");
    await mail(anna, order.id);
    await mail(anna, null);
    await house.settles();
    house.clock.forward("PT1H");
    const organizationId = anna.organization.id;
    await house.does(noor, changeOrganization, { organizationId, invoiceEmail: "facturen@example.org" });

    const { rows } = await house.asks(noor, partyTimeline, { organizationId });
    expect(namesIn({ rows })).toEqual([
      "crm/organization-changed",
      "messaging/mail-sent",
      "messaging/mail-sent",
      "orders/order-created",
    ]);
    expect(rows[0]).toMatchObject({
      actorKind: "person",
      payload: { fields: ["invoiceEmail"] },
      orderNumber: null,
    });
    expect(rows[3]).toMatchObject({ orderNumber: order.number, orderCustomer: "Anna van den Berg" });
    expect(await house.asks(noor, contactTimeline, { contactId: anna.contact.id })).toMatchObject({
      rows: rows.slice(1),
    });
  });

  test("tells a partner of its customers' orders, but not of mail to those customers", async () => {
    const partner = await house.works(automation("test"), (work) =>
      organizations.add(work, { kind: "partner", name: "Zonneweide" }),
    );
    const bert = await person("Bert Bakker");
    const order = await orderOf(bert, "chargecars", partner);
    await mail(bert, order.id);
    await house.settles();
    const told = await house.asks(noor, partyTimeline, { organizationId: partner.id });
    expect(namesIn(told)).toEqual(["orders/order-created"]);
    expect(told.rows[0]).toMatchObject({ orderCustomer: "Bert Bakker" });
  });

  test("goes on page after page, and shows the kinds that were asked for", async () => {
    const cas = await person("Cas de Wit");
    for (let count = 0; count < 3; count += 1) await orderOf(cas);
    await house.works(automation("test"), async (work) => {
      const { id } = await work.tx
        .selectFrom("orders")
        .select("id")
        .where("contactId", "=", cas.contact.id)
        .executeTakeFirstOrThrow();
      await moveOrder(work, id, "cancel", { reason: "too_expensive" });
    });
    const asked = { organizationId: cas.organization.id, limit: 2 };
    const first = await house.asks(noor, partyTimeline, asked);
    const second = await house.asks(noor, partyTimeline, { ...asked, cursor: first.next! });
    expect([...namesIn(first), ...namesIn(second)].toSorted()).toEqual([
      "orders/order-created",
      "orders/order-created",
      "orders/order-created",
      "orders/order-moved",
    ]);
    expect(second.next).toBeNull();
    const moved = { ...asked, name: ["orders/order-moved"] };
    expect(namesIn(await house.asks(noor, partyTimeline, moved))).toEqual(["orders/order-moved"]);
  });

  test("tells the same page by page as at once, whichever way it is read", async () => {
    const partner = await house.works(automation("test"), (work) =>
      organizations.add(work, { kind: "partner", name: "Laadplein" }),
    );
    for (let count = 0; count < 4; count += 1) {
      const order = await orderOf(await person(`Klant ${count}`), "chargecars", partner);
      if (count % 2) house.clock.forward("PT1M");
      await house.works(automation("test"), (work) =>
        moveOrder(work, order.id, "cancel", { reason: "too_expensive" }),
      );
    }
    const organizationId = partner.id;
    for (const sort of ["-at", "at"] as const) {
      const { rows, total } = await house.asks(noor, partyTimeline, { organizationId, sort, total: true });
      expect(rows).toHaveLength(8);
      expect(total).toBe(8);
      const paged: typeof rows = [];
      for (let cursor: string | undefined, left = 9; left > 0; left -= 1) {
        const page = await house.asks(noor, partyTimeline, {
          organizationId,
          sort,
          limit: 1,
          total: true,
          ...(cursor && { cursor }),
        });
        expect(page.total).toBe(8);
        paged.push(...page.rows);
        if (!page.next) break;
        cursor = page.next;
      }
      expect(paged).toEqual(rows);
    }
  });

  test("keeps the orders and mail of other entities from staff of some, and everything from a partner", async () => {
    const dirk = await person("Dirk Jansen");
    const elsewhere = await orderOf(dirk, "chargecars");
    const here = await orderOf(dirk, "laderthuis");
    house.clock.forward("PT1H");
    await mail(dirk, elsewhere.id);
    await mail(dirk, here.id);
    await house.settles();
    const ofLaderthuis = { ...noor, businessEntities: ["laderthuis"] };
    const contactId = dirk.contact.id;
    const organizationId = dirk.organization.id;
    for (const told of [
      await house.asks(ofLaderthuis, partyTimeline, { organizationId }),
      await house.asks(ofLaderthuis, contactTimeline, { contactId }),
    ])
      expect(told.rows.map(({ name, orderNumber }) => [name, orderNumber])).toEqual([
        ["messaging/mail-sent", here.number],
        ["orders/order-created", here.number],
      ]);
    await expect(house.asks(ravi, partyTimeline, { organizationId })).rejects.toMatchObject({
      status: 403,
    });
  });
});
