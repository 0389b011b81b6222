import { builtInAddressBook } from "#crm";
import { addTestEntities } from "#crm/testing";
import { messaging, outboxMailer } from "#messaging";
import { ordering, orders } from "#orders";
import { type Actor, automation, type Work } from "#platform";
import { openHouse } from "#platform/testing";
import { noor } from "../../tests/cast.ts";
import { signMyQuote } from "./actions/signQuote.ts";
import { sales } from "./index.ts";
import { myQuote } from "./queries/payerQuotes.ts";
import { quoteOfOrder } from "./queries/quote.ts";
import { addTestArticles, addTestOrder, addTestPartner, linkHolder, type TestOrder } from "./testing.ts";

interface OfOrder {
  id: string;
}

/** A signature as somebody types it. */
export const typed = (name: string) => ({ name, signature: { kind: "typed" as const, name } });

/** A house with what quotes stand on, and short words for what the tests of sales do all the time. */
export const openSalesHouse = async () => {
  const house = await openHouse([ordering, messaging, sales], {
    services: { addresses: builtInAddressBook, mailer: outboxMailer },
  });
  await house.works(automation("setup"), async (work) => {
    await addTestEntities(work);
    await addTestArticles(work);
  });
  const { db } = house.platform.database;
  const works = <T>(does: (work: Work) => Promise<T>) => house.works(automation("test"), does);

  const make = async (given: TestOrder = {}) => {
    const order = await works((work) => addTestOrder(work, given));
    await house.settles();
    return order;
  };
  const partnerNamed = (name: string) => works((work) => addTestPartner(work, name));
  const statusOf = async ({ id }: OfOrder) => (await orders.byId(db, id)).status;
  const exceptionsOf = async ({ id }: OfOrder) => {
    const rows = await db
      .selectFrom("exceptions")
      .select("kind")
      .where("orderId", "=", id)
      .where("resolvedAt", "is", null)
      .execute();
    return rows.map(({ kind }) => kind);
  };
  const mailsOf = async ({ id }: OfOrder) => {
    const rows = await db
      .selectFrom("messages")
      .select(["template", "organizationId"])
      .where("orderId", "=", id)
      .orderBy("createdAt")
      .orderBy("id")
      .execute();
    return rows;
  };
  const quoteOf = async ({ id }: OfOrder) => (await house.asks(noor, quoteOfOrder, { orderId: id })).quote!;
  const read = async (actor: Actor) => (await house.asks(actor, myQuote, {})).quote!;
  const signs = async (actor: Actor, name: string) =>
    house.does(actor, signMyQuote, { documentHash: (await read(actor)).documentHash, ...typed(name) });

  /** An order of which a customer and a partner both have to sign their own line. */
  const twoPayers = async (name: string, partner?: Awaited<ReturnType<typeof partnerNamed>>) => {
    const paying = partner ?? (await partnerNamed(`Partner van ${name}`));
    const order = await make({
      name,
      partner: paying,
      status: "intake_completed",
      lines: [{ number: "LAD-0011", payer: "partner" }, { number: "DNS-0003" }],
    });
    return {
      partner: paying,
      order,
      customer: linkHolder(order),
      payer: linkHolder(order, paying.id),
    };
  };

  return {
    house,
    works,
    make,
    partnerNamed,
    statusOf,
    exceptionsOf,
    mailsOf,
    quoteOf,
    read,
    signs,
    twoPayers,
  };
};
