import { sql } from "kysely";
import type { Day, Db } from "#platform";
import type { FieldProblem } from "#platform/contract";
import { usualHours } from "../crews/usualHours.ts";

interface Hours {
  starts: string;
  ends: string;
}

/**
 * From when until when somebody works on some days, at the widest: by the roster and with the crew of the day, or, of whom neither is
 * known, when crews go out.
 */
export const workingDay = async (
  db: Db,
  { mechanicId, fromOn, untilOn }: { mechanicId: string; fromOn: Day; untilOn: Day },
): Promise<Hours> => {
  const { rows } = await sql<Hours>`
    with days as (select d::date as on_day from generate_series(${fromOn}::date, ${untilOn}::date, interval '1 day') d),
    own as (
      select h.starts_at, h.ends_at from days d join roster_hours h on h.weekday = extract(isodow from d.on_day)
      where h.mechanic_id = ${mechanicId} and h.valid_from = (select max(r.valid_from) from rosters r
        where r.mechanic_id = h.mechanic_id and r.valid_from <= d.on_day)
      union all
      select c.starts_at, c.ends_at from day_crew_members m join day_crews c on c.id = m.crew_id
      where m.mechanic_id = ${mechanicId} and m.on_day between ${fromOn} and ${untilOn}
    ), known as (
      select starts_at, ends_at from own
      union all
      select starts_at, ends_at from day_crews
      where on_day between ${fromOn} and ${untilOn} and not exists (select from own)
      union all
      select ${usualHours.startsAt}::time, ${usualHours.endsAt}::time where not exists (select from own)
    )
    select to_char(min(starts_at), 'HH24:MI') as starts, to_char(max(ends_at), 'HH24:MI') as ends from known`.execute(
    db,
  );
  return rows[0]!;
};

/** A part of the day during which somebody is away. */
interface Part {
  comesAt?: string | undefined;
  leavesAt?: string | undefined;
  awayFrom?: string | undefined;
  awayUntil?: string | undefined;
}

/** When somebody is away, at which field that is typed. */
const pieceOf = ({ comesAt, leavesAt, awayFrom, awayUntil }: Part) => {
  if (comesAt) return { field: "comesAt", from: "00:00", until: comesAt };
  if (leavesAt) return { field: "leavesAt", from: leavesAt, until: "24:00" };
  return awayFrom && awayUntil ? { field: "awayFrom", from: awayFrom, until: awayUntil } : null;
};

/** What is wrong with being away for a part of the day: it takes nothing of the working day away, or leaves nothing of it. */
export const partProblems = (part: Part, { starts, ends }: Hours): FieldProblem[] => {
  const piece = pieceOf(part);
  if (!piece) return [];
  const { field, from, until } = piece;
  const day = `the working day, which is from ${starts} to ${ends}`;
  const told = { pointer: `/${field}`, minimum: starts, maximum: ends };
  if (until <= starts || from >= ends)
    return [
      { ...told, problem: "nothing-away", message: `${field} takes nothing of ${day}; choose a time in it` },
    ];
  if (from <= starts && until >= ends)
    return [
      {
        ...told,
        problem: "nothing-left",
        message: `${field} leaves nothing of ${day}; choose a time in it, or none for the whole day`,
      },
    ];
  return [];
};
