import { testPayments } from "#billing";
import { builtInAddressBook } from "#crm";
import { outboxMailer } from "#messaging";
import { outbound } from "#platform";
import { type House, openHouse } from "#platform/testing";
import { addCompany } from "../../src/main/demo/index.ts";
import { tellStory } from "../../src/main/demo/story/index.ts";
import { capabilities } from "../../src/main/house.ts";
import type { Grounds } from "./callers.ts";

export interface World {
  house: House;
  grounds: Grounds;
  /** The rows meant by each name of an input. */
  known: Readonly<Record<string, string>>;
}

/** One row's id of each of these tables, for names that are not about the order. */
const anyRow: Readonly<Record<string, string>> = {
  mechanicId: "mechanics",
  userId: "users",
  articleId: "articles",
  crewId: "day_crews",
  vanId: "vans",
};
/** Rows that hang on the order. */
const ofOrder: Readonly<Record<string, string>> = {
  visitId: "visits",
  invoiceId: "invoices",
  workOrderId: "work_orders",
  lineId: "order_lines",
  messageId: "messages",
};

/** A company that lived through some orders, and one of them in which everything happened. */
export const openWorld = async (): Promise<World> => {
  const house = await openHouse(capabilities, {
    services: {
      addresses: builtInAddressBook,
      mailer: outboxMailer,
      outbound: outbound({ allowPrivate: true }),
    },
  });
  Object.assign(house.platform.services, {
    payments: testPayments(house.platform.database.db, "http://localhost:3000"),
  });
  const facts = await addCompany(house.platform);
  await tellStory(house.platform, facts, { orders: 12, end: house.platform.now() });
  const asked = async (text: string, values: unknown[] = []) =>
    (await house.platform.database.pool.query<Record<string, string>>(text, values)).rows[0];
  const order = await asked(`
    select o.id, o.contact_id, o.end_customer_id, o.account_id from orders o
    where exists (select from invoices i where i.order_id = o.id) and exists (select from work_orders w where w.order_id = o.id)
      and exists (select from partner_references r where r.order_id = o.id)
    order by o.created_at limit 1`);
  if (!order) throw new Error("The story has no order in which everything happened");
  const known: Record<string, string> = {
    orderId: order.id!,
    organizationId: order.account_id!,
    contactId: order.contact_id!,
  };
  for (const [name, table] of Object.entries(anyRow)) {
    const row = await asked(`select id from ${table} order by id limit 1`);
    if (row) known[name] = row.id!;
  }
  for (const [name, table] of Object.entries(ofOrder)) {
    const row = await asked(`select id from ${table} where order_id = $1 order by id limit 1`, [order.id]);
    if (row) known[name] = row.id!;
  }
  const sign = await asked(
    "select s.id from sign_offs s join quotes q on q.id = s.quote_id where q.order_id = $1 order by s.id limit 1",
    [order.id],
  );
  if (sign) known.signOffId = sign.id!;
  const exception = await asked("select id from exceptions order by id limit 1");
  if (exception) known.exceptionId = exception.id!;
  const crew = await asked(
    "select u.id, v.on_day from visits v join day_crew_members m on m.crew_id = v.crew_id join users u on u.mechanic_id = m.mechanic_id where v.id = $1 limit 1",
    [known.visitId],
  );
  const stranger = await asked(
    "select id from users where mechanic_id is not null and id <> all (select u.id from visits v join day_crew_members m on m.crew_id = v.crew_id join users u on u.mechanic_id = m.mechanic_id where v.id = $1) limit 1",
    [known.visitId],
  );
  const other = await asked(
    "select id from organizations where kind = 'partner' and id <> all (select organization_id from order_parties where order_id = $1) and id <> all (select organization_id from partner_channels) order by id limit 1",
    [order.id],
  );
  const onDay = await asked("select (planned_start)::text as at from visits where id = $1", [known.visitId]);
  house.clock.set(new Date(onDay!.at!).toISOString());
  return {
    house,
    known,
    grounds: {
      orderId: order.id!,
      contactId: order.contact_id!,
      customerId: order.end_customer_id!,
      partnerId: order.account_id!,
      strangerId: other!.id!,
      mechanicUserId: crew!.id!,
      strangeMechanicUserId: stranger!.id!,
    },
  };
};
