import { sql } from "kysely";
import { type Db, query } from "#platform";
import { calendarDays } from "../../calendar/workingDays.ts";
import { planning as contract } from "../../contract.ts";
import { refuseOddPeriod } from "../../period.ts";
import { maySeePlanning } from "../../policy.ts";
import { cardsOf } from "../crewCards.ts";
import { crewsWith } from "../crewStore.ts";
import { templateRows } from "../templates.ts";

interface PersonDayRow {
  id: string;
  name: string;
  firstName: string;
  level: string;
  on: string;
  crewId: string | null;
  isThere: boolean;
  fromMinute: number | null;
  untilMinute: number | null;
  absence: string | null;
  callable: boolean | null;
}

const stateOf = ({ crewId, isThere, fromMinute }: PersonDayRow) => {
  if (crewId) return "crew";
  if (!isThere) return "absent";
  return fromMinute === null ? "off" : "free";
};

/** Everybody on every day: hours by the roster, the absence of that day, and the crew. */
const peopleDays = async (db: Db, from: string, until: string) => {
  const { rows } = await sql<PersonDayRow>`
    select m.id, m.name, m.first_name, m.level, d::date as on, c.crew_id,
      mechanic_is_there(m.id, d::date) as is_there, lower(h.hours) as from_minute, upper(h.hours) as until_minute,
      a.kind as absence, a.callable
    from mechanics m cross join generate_series(${from}::date, ${until}::date, interval '1 day') d
      left join day_crew_members c on c.mechanic_id = m.id and c.on_day = d::date
      left join lateral (select mechanic_hours_on(m.id, d::date) as hours) h on true
      left join lateral (select kind, callable from absences a where a.mechanic_id = m.id and a.approval = 'approved'
        and d::date between a.from_on and a.until_on order by upper(a.away) - lower(a.away) desc limit 1) a on true
    where m.active and coalesce(m.active_until, ${from}::date) >= ${from}::date
      and coalesce(m.active_from, ${until}::date) <= ${until}::date
    order by m.name, m.id, d`.execute(db);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((days) => ({
    id: days[0]!.id,
    name: days[0]!.name,
    firstName: days[0]!.firstName,
    level: days[0]!.level,
    days: days.map((day) => ({
      on: day.on,
      state: stateOf(day),
      crewId: day.crewId,
      from: day.fromMinute,
      until: day.untilMinute,
      absence: day.absence,
      callable: day.callable ?? false,
    })),
  }));
};

export const crewWeek = query(contract.crewWeek, async ({ db, actor, now, authorize }, { from, until }) => {
  authorize(maySeePlanning(actor));
  refuseOddPeriod({ from, until }, now);
  const [days, mechanics, crews] = await Promise.all([
    calendarDays(db, from, until),
    peopleDays(db, from, until),
    crewsWith(db, { from, until }).then((found) => cardsOf(db, found)),
  ]);
  return { days, mechanics, crews };
});

export const crewTemplatesList = query(contract.crewTemplates, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  return { rows: await templateRows(db).execute() };
});
