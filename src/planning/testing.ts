import { sql } from "kysely";
import { addSite, builtInAddressBook, matchOrMakeCustomer, readAddress, splitName } from "#crm";
import { addTestEntities } from "#crm/testing";
import { messaging, outboxMailer } from "#messaging";
import { addLines, createOrder, moveOrder, type Order, ordering, orders } from "#orders";
import { automation, type Capability, type LinkHolder, type Services, type Work } from "#platform";
import { openHouse } from "#platform/testing";
import { addDayCrew } from "./crews/crews.ts";
import { planning } from "./index.ts";
import { addVan } from "./means/vans.ts";
import { addMechanic } from "./people/mechanics.ts";
import { visitsOfOrder } from "./visits/queries/office.ts";

// What a plan is made of, for those who measure how well one is made.
export { repair } from "./plans/actions/repair.ts";
export { planData } from "./plans/planData.ts";
export { planState } from "./plans/planState.ts";
export { movable, solvePlan } from "./plans/solvePlan.ts";

/** The house's own hands in tests. */
export const robot = automation("test");
/** A Tuesday eight days after the clock of the tests. */
export const testDay = "2026-03-10";

/** A crew of one person on a day, its own van with it. */
export const aCrew = async (
  work: Work,
  given: {
    on: string;
    name?: string;
    skills?: readonly string[];
    startsAt?: string;
    endsAt?: string;
    userId?: string;
  },
): Promise<{ crewId: string; mechanicId: string; vanId: string }> => {
  const { on, name = "Ploeg 1", skills = ["vehicle_charging_installation"], userId, ...hours } = given;
  const mechanicId = await addMechanic(work, {
    code: `M-${name}`,
    name: `Monteur van ${name}`,
    firstName: name,
    skills,
    userId: userId ?? null,
  });
  const vanId = await addVan(work, { plate: `V-${name}`, name: `Bus ${name}` });
  return {
    mechanicId,
    vanId,
    crewId: await addDayCrew(work, { on, name, vanId, mechanicIds: [mechanicId], ...hours }),
  };
};

/** An installation whose quote is out, with so many minutes of work. */
export const aQuotedOrder = async (
  work: Work,
  given: { name?: string; minutes?: number; postalCode?: string; requiresSerial?: boolean } = {},
): Promise<Order> => {
  const { name = "Anna Jansen", minutes = 180, postalCode = "3811AB", requiresSerial = false } = given;
  const customer = await matchOrMakeCustomer(work, {
    ...splitName(name),
    company: null,
    email: `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}@example.org`,
    phone: null,
  });
  const { organization: account } = customer;
  const address = readAddress({ street: "Beukenlaan", houseNumber: "18", postalCode });
  const { site } = await addSite(work, { organizationId: account.id, address });
  const order = await createOrder(work, {
    businessEntity: "chargecars",
    kind: "installation",
    source: "test",
    account,
    customer,
    site,
    status: "intake_completed",
  });
  const article = await work.tx
    .insertInto("articles")
    .values({
      number: `INST-${minutes}-${requiresSerial}`,
      name: "Laadpaal met installatie",
      kind: requiresSerial ? "charger" : "service",
      category: "installation",
      listPriceCents: 35000,
      minutes,
      requiresSerial,
      skills: ["vehicle_charging_installation"],
    })
    .onConflict((conflict) => conflict.column("number").doUpdateSet({ minutes }))
    .returningAll()
    .executeTakeFirstOrThrow();
  await addLines(work, order, [{ article, quantity: 1, billedToId: account.id }]);
  for (const move of ["draftQuote", "readyQuote"] as const) await moveOrder(work, order.id, move);
  return moveOrder(work, order.id, "sendQuote");
};

/** The same, agreed on. */
export const anApprovedOrder = async (
  work: Work,
  given: Parameters<typeof aQuotedOrder>[1] = {},
): Promise<Order> => moveOrder(work, (await aQuotedOrder(work, given)).id, "approve");

/** A house in which orders get planned, with the few things its tests do again and again. */
export const planningHouse = async (more: readonly Capability[] = [], services: Partial<Services> = {}) => {
  const house = await openHouse([ordering, messaging, planning, ...more], {
    services: { addresses: builtInAddressBook, mailer: outboxMailer, ...services },
  });
  const { db } = house.platform.database;
  await house.works(robot, addTestEntities);
  return {
    house,
    /** Takes crews and visits away, so that a test starts with an empty calendar. */
    clear: () => sql`truncate slot_holds, visits, day_crew_members, day_crews, absences cascade`.execute(db),
    statusOf: async (orderId: string) => (await orders.byId(db, orderId)).status,
    crew: (given: Partial<Parameters<typeof aCrew>[1]> = {}) =>
      house.works(robot, (work) => aCrew(work, { on: testDay, ...given })),
    /** An order that waits for a time, with its visit and its customer. */
    waiting: async (given: Parameters<typeof anApprovedOrder>[1] = {}) => {
      const order = await house.works(robot, (work) => anApprovedOrder(work, given));
      await house.settles();
      const { rows } = await house.asks(robot, visitsOfOrder, { orderId: order.id });
      return { orderId: order.id, visit: rows[0]!, customer: customerOf(order) };
    },
    /** Template and order of every mail so far. */
    mails: () =>
      db.selectFrom("messages").select(["template", "orderId"]).orderBy("createdAt").orderBy("id").execute(),
  };
};

/** The customer of an order, with the link to it. */
export const customerOf = ({ id: orderId, contactId, endCustomerId }: Order): LinkHolder => ({
  kind: "customer",
  linkId: "01990000-0000-7000-8000-000000000001",
  purpose: "appointment",
  orderId,
  contactId,
  organizationId: endCustomerId,
});
