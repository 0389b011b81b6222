import { calendarDays } from "#planning";
import { automation, dayOf, daysAfter, inTransaction, type Platform, problem, weekdayOf } from "#platform";
import type { Invariant } from "../scale/invariants.ts";
import { planCrews, writeCrews } from "./crews.ts";
import { writeOrders } from "./orders.ts";
import { planVisits } from "./plan.ts";
import { keepPromises } from "./promises.ts";

export const weekThere = problem("demo/week-already-there", 409, "A week of this size is there already");

export interface WeekSize {
  visits: number;
  crews: number;
}

export interface FilledWeek extends WeekSize {
  from: string;
  until: string;
  crewDays: number;
  people: number;
  promised: number;
  waiting: number;
}

/** Planned visits of the crews that were seeded. */
const ofWeek = `(select * from visits where status = 'scheduled') v join day_crews d on d.id = v.crew_id
  join vans n on n.id = d.van_id and n.plate like 'W-%-CC'`;

/** What must hold for a week of work, beside what holds for all data. */
export const weekInvariants: readonly Invariant[] = [
  {
    name: "no visit of the week asks what its crew cannot do that day",
    breaches: `select count(*) from ${ofWeek} left join crew_days_between((select min(on_day) from day_crews),
      (select max(on_day) from day_crews)) c on c.crew_id = v.crew_id where not coalesce(v.skills <@ c.skills, false)`,
  },
  {
    name: "every visit of the week lies within the hours of its crew",
    breaches: `select count(*) from ${ofWeek} where (v.planned_start at time zone 'Europe/Amsterdam')::time < d.starts_at
      or (v.planned_end at time zone 'Europe/Amsterdam')::time > d.ends_at`,
  },
  {
    name: "visits that go together are of one order",
    breaches:
      "select count(*) from visits v join visits w on w.id = v.linked_to_id where w.order_id <> v.order_id",
  },
];

const workingDays = 5;

/** The first week from next Monday on in which the company works all five days. */
const weekAhead = async (platform: Platform) => {
  const today = dayOf(platform.now());
  for (let monday = daysAfter(today, 8 - weekdayOf(today)); ; monday = daysAfter(monday, 7)) {
    const days = await calendarDays(platform.database.db, monday, daysAfter(monday, workingDays - 1));
    if (days.every(({ works }) => works)) return days.map(({ on }) => on);
  }
};

/**
 * Seeds a coming week, Monday to Friday, with visits that wait and crews of one to three people, for measuring and for
 * the board. The same numbers on the same day give the same week. About a third was promised a half day already.
 */
export const fillWeek = async (
  platform: Platform,
  { visits: many, crews }: WeekSize,
): Promise<FilledWeek> => {
  const seed = many * 1000 + crews;
  const days = await weekAhead(platform);
  const as = { action: "manage demo", actor: automation("manage") };
  const filled = await inTransaction(platform, as, async (work) => {
    const { tx, now } = work;
    const known = await tx.selectFrom("vans").select("id").where("plate", "=", "W-001-CC").executeTakeFirst();
    if (known) throw weekThere();
    const means = planCrews({ crews, seed }, days, now);
    await writeCrews(work, means);
    const visits = planVisits({ visits: many, crews, seed }, days);
    const standing = await keepPromises(work, visits, { days, seed });
    await writeOrders(work, { visits, standing, seed, year: Number(dayOf(now).slice(0, 4)) });
    work.note({ changes: { visits: many, crews } });
    return {
      visits: visits.length,
      crews,
      from: days[0]!,
      until: days.at(-1)!,
      crewDays: means.crews.length,
      people: means.mechanics.length,
      promised: standing.size,
      waiting: visits.length - standing.size,
    };
  });
  await platform.database.pool.query("vacuum (analyze)");
  return filled;
};
