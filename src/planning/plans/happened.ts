import { sql } from "kysely";
import type { Work } from "#platform";
import { crewChanged } from "../events.ts";
import { lockVan } from "../means/vans.ts";
import { lockMechanic } from "../people/mechanics.ts";
import { visits } from "../visits/visitStore.ts";
import { underWay } from "./planState.ts";
import { visitLocked } from "./problems.ts";
import type { Disruption } from "./views.ts";

/** Writes down what happened, because it is true whichever repair is chosen: who is ill, what is broken, what takes longer. */
export const keepFacts = async (work: Work, what: Disruption): Promise<void> => {
  switch (what.kind) {
    case "ill":
      return keepIllness(work, what);
    case "van_broken":
      return keepBreakdown(work, what);
    case "overrun":
      return lengthen(work, what);
    case "emergency":
      return makeUrgent(work, what);
    case "no_show":
      await openVisit(work, what.visitId);
  }
};

/** Work that is done takes no longer any more. */
const ended = ["completed", "partial"];

const openVisit = async ({ tx }: Work, visitId: string) => {
  const visit = await visits.lock(tx, visitId);
  if (underWay.includes(visit.status)) throw visitLocked({ numbers: [visit.number] });
  return visit;
};

/** Days on which the person is away already are left as they are; who hears of it at the same time waits, and finds it noted. */
const keepIllness = async (work: Work, what: Extract<Disruption, { kind: "ill" }>) => {
  const { tx, now } = work;
  await lockMechanic(tx, what.mechanicId);
  await sql`insert into absences (mechanic_id, from_on, until_on, kind, created_at)
    select ${what.mechanicId}, d::date, d::date, 'sick_leave', ${now}
    from generate_series(${what.from}::date, ${what.until}::date, '1 day') d
    where not exists (select from absences a where a.mechanic_id = ${what.mechanicId}
      and d::date between a.from_on and a.until_on and a.approval in ('pending', 'approved'))`.execute(tx);
  await tellCrews(
    work,
    what,
    sql`exists (select from day_crew_members m where m.crew_id = c.id
    and m.mechanic_id = ${what.mechanicId})`,
  );
  work.note({ recordType: "mechanic", recordId: what.mechanicId, reason: "sick_leave" });
};

const keepBreakdown = async (work: Work, what: Extract<Disruption, { kind: "van_broken" }>) => {
  await lockVan(work.tx, what.vanId);
  await sql`insert into van_repairs (van_id, from_on, until_on, reason, created_at)
    select ${what.vanId}, d::date, d::date, 'broken', ${work.now}
    from generate_series(${what.from}::date, ${what.until}::date, '1 day') d
    where not exists (select from van_repairs r where r.van_id = ${what.vanId}
      and d::date between r.from_on and r.until_on)`.execute(work.tx);
  await tellCrews(work, what, sql`c.van_id = ${what.vanId}`);
  work.note({ recordType: "van", recordId: what.vanId, reason: "broken" });
};

const tellCrews = async (
  { tx, announce }: Work,
  { from, until }: { from: string; until: string },
  which: ReturnType<typeof sql>,
) => {
  const { rows } = await sql<{ id: string; on: string; name: string }>`select c.id, c.on_day as on, c.name
    from day_crews c where c.on_day between ${from} and ${until} and ${which}`.execute(tx);
  for (const crew of rows) announce(crewChanged({ ...crew, what: "changed" }));
};

const lengthen = async (work: Work, { visitId, minutes }: Extract<Disruption, { kind: "overrun" }>) => {
  const visit = await visits.lock(work.tx, visitId);
  if (ended.includes(visit.status)) throw visitLocked({ numbers: [visit.number] });
  await visits.change(work, visitId, { minutes: Math.min(1440, visit.minutes + minutes) });
  work.note({
    recordType: "visit",
    recordId: visitId,
    orderId: visit.orderId,
    changes: { minutes: [visit.minutes, visit.minutes + minutes] },
    reason: "overrun",
  });
};

const makeUrgent = async (work: Work, { visitId, on }: Extract<Disruption, { kind: "emergency" }>) => {
  const visit = await openVisit(work, visitId);
  await visits.change(work, visitId, { mustDo: true, priority: 10, notBefore: on, wishedPart: null });
  await work.tx.deleteFrom("visitWindows").where("visitId", "=", visitId).execute();
  work.note({ recordType: "visit", recordId: visitId, orderId: visit.orderId, reason: "emergency" });
};
