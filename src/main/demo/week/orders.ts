import { sql } from "kysely";
import { type Day, later, type Work } from "#platform";
import { way } from "../scale/orders.ts";
import { randomFrom } from "../story/random.ts";
import { idMaker } from "./ids.ts";
import type { WeekVisit } from "./plan.ts";
import type { Standing } from "./promises.ts";

const first =
  "Anna Bas Carlijn Daan Eva Finn Guusje Hidde Iris Jasper Karin Lars Maud Niels Olga Pieter".split(" ");
const last =
  "de Vries,Jansen,van den Berg,Bakker,Visser,Smit,Meijer,Mulder,Bos,Vos,Peters,Dekker,Kuiper".split(",");
const streets = "Beukenlaan Dorpsstraat Kerkweg Lindenhof Molenweg Schoolstraat Eikenlaan Parkzicht".split(
  " ",
);
const prefix = "CC";

/** Takes a row of numbers from a series at once. */
const drawMany = async ({ tx }: Pick<Work, "tx">, kind: string, year: number, many: number) => {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (entity, kind, year, last) values (${prefix}, ${kind}, ${year}, ${many})
    on conflict (entity, kind, year) do update set last = number_series.last + ${many} returning last`.execute(
    tx,
  );
  const before = rows[0]!.last - many;
  return (index: number) => String(before + index + 1).padStart(5, "0");
};

const peopleOf = (visits: readonly WeekVisit[], seed: number) => {
  const random = randomFrom(seed + 3);
  const id = idMaker(seed);
  return visits.map((visit, index) => {
    const name = { firstName: random.pick(first), lastName: random.pick(last) };
    return {
      visit,
      ...name,
      name: `${name.firstName} ${name.lastName}`,
      organizationId: id("customer", index),
      contactId: id("contact", index),
      siteId: id("site", index),
      email: `klant.${seed}.${index + 1}@example.org`,
      street: random.pick(streets),
      houseNumber: random.between(1, 240),
    };
  });
};

type Customer = ReturnType<typeof peopleOf>[number];

const writeCustomers = async ({ tx }: Pick<Work, "tx">, people: readonly Customer[], at: string, on: Day) => {
  await tx
    .insertInto("organizations")
    .values(
      people.map(({ organizationId: id, name, email }) => ({
        id,
        kind: "household",
        name,
        email,
        createdAt: at,
      })),
    )
    .execute();
  await tx
    .insertInto("contacts")
    .values(
      people.map(({ contactId: id, firstName, lastName, email }) => ({
        id,
        firstName,
        lastName,
        email,
        createdAt: at,
      })),
    )
    .execute();
  await tx
    .insertInto("contactOrganizations")
    .values(people.map(({ contactId, organizationId }) => ({ contactId, organizationId, fromOn: on })))
    .execute();
  await tx
    .insertInto("sites")
    .values(
      people.map(({ siteId: id, organizationId, street, houseNumber, visit }) => ({
        id,
        organizationId,
        street,
        houseNumber,
        ...visit.place,
        confidence: "high",
        verified: true,
        createdAt: at,
      })),
    )
    .execute();
};

/** The ordinary way of an order up to where it stands, an hour for each step. */
const movesOf = (orderId: string, isScheduled: boolean, at: string) =>
  way
    .filter(([move], rank) => move !== "approveByPartner" && rank <= (isScheduled ? 9 : 8))
    .map(([move, fromStatus, toStatus, actorKind], step) => ({
      orderId,
      move,
      fromStatus,
      toStatus,
      actorKind,
      at: later(at, `PT${step}H`),
    }));

const orderKinds = { installation: "installation", survey: "consultation", service: "service" } as const;

const orderRow = (
  { visit, ...who }: Customer,
  number: string,
  { standing, at, now }: { standing: Standing | undefined; at: string; now: string },
) => ({
  id: visit.orderId,
  number,
  businessEntity: "chargecars",
  kind: orderKinds[visit.kind],
  status: standing ? "scheduled" : "planning",
  statusSince: later(at, "PT9H"),
  priority: visit.orderPriority,
  source: "office",
  accountId: who.organizationId,
  endCustomerId: who.organizationId,
  contactId: who.contactId,
  siteId: who.siteId,
  plannedOn: standing?.onDay ?? null,
  accountName: who.name,
  customerName: who.name,
  place: visit.place.city,
  createdAt: at,
  updatedAt: now,
});

export interface WeekFacts {
  visits: readonly WeekVisit[];
  standing: ReadonlyMap<string, Standing>;
  seed: number;
  year: number;
}

/** Customers, orders and visits of the week, in bulk. */
export const writeOrders = async (work: Pick<Work, "tx" | "now">, facts: WeekFacts): Promise<void> => {
  const { tx, now } = work;
  const { visits, standing, seed, year } = facts;
  const at = later(now, "-P10D");
  const people = peopleOf(
    visits.filter(({ sequence }) => sequence === 1),
    seed,
  );
  await writeCustomers(work, people, at, at.slice(0, 10));
  const orderNumber = await drawMany(work, "order", year, people.length);
  const numbers = people.map((_, index) => `${prefix}-${year}-${orderNumber(index)}`);
  const orders = people.map((who, index) =>
    orderRow(who, numbers[index]!, { standing: standing.get(who.visit.id), at, now }),
  );
  await tx
    .insertInto("orders")
    .values(
      orders.map((order) => ({
        ...order,
        search: sql<string>`plain(${`${order.number} ${order.customerName} ${order.place}`})`,
      })),
    )
    .execute();
  await tx
    .insertInto("orderParties")
    .values(
      orders.flatMap(({ id: orderId, accountId: organizationId, contactId }) => [
        { orderId, role: "account", organizationId, contactId: null },
        { orderId, role: "end_customer", organizationId, contactId },
      ]),
    )
    .execute();
  const moves = orders.flatMap(({ id, status }) => movesOf(id, status === "scheduled", at));
  for (let from = 0; from < moves.length; from += 2000)
    await tx
      .insertInto("orderMoves")
      .values(moves.slice(from, from + 2000))
      .execute();
  await writeVisits(work, facts);
};

const writeVisits = async (work: Pick<Work, "tx" | "now">, { visits, standing, year }: WeekFacts) => {
  const { tx, now } = work;
  const number = await drawMany(work, "visit", year, visits.length);
  const rows = visits.map(
    ({ place: _place, orderPriority: _order, isConfirmed: _is, windows: _windows, ...visit }, index) => {
      const stands = standing.get(visit.id);
      return {
        ...visit,
        chargers: visit.kind === "installation" && visit.linkKind !== "together" ? 1 : 0,
        number: `VST-${prefix}-${year}-${number(index)}`,
        status: stands ? "scheduled" : "planned",
        crewId: stands?.crewId ?? null,
        onDay: stands?.onDay ?? null,
        dayPart: stands?.dayPart ?? null,
        plannedStart: stands?.plannedStart ?? null,
        plannedEnd: stands?.plannedEnd ?? null,
        travelMinutes: stands?.travelMinutes ?? null,
        confirmedAt: stands ? later(now, "-P1D") : null,
        confirmedBy: stands ? "customer" : null,
        createdAt: later(now, "-P9D"),
        updatedAt: now,
      };
    },
  );
  await tx.insertInto("visits").values(rows).execute();
  const windows = visits.flatMap(({ id: visitId, windows: given }) =>
    given.map((each) => ({ visitId, ...each })),
  );
  if (windows.length > 0) await tx.insertInto("visitWindows").values(windows).execute();
};
