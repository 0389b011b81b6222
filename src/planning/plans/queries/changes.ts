import { sql } from "kysely";
import type { Day, Db } from "#platform";
import { crewRows } from "../../slots/crewRows.ts";
import { estimated } from "../planStore.ts";

/** Whether a crew goes out in plan `p`: as in force, or because the draft has people on it. */
const goesOut = (crewId: ReturnType<typeof sql>, there: readonly string[]) =>
  sql`(${crewId} = any(${there}::uuid[])
    or exists (select from plan_new_crews n where n.plan_id = p.id and n.crew_id = ${crewId}))`;

/** What the draft put somewhere itself, where that is elsewhere than in force; what departed, is over or is not planned any more stays. */
const putElsewhere = (there: readonly string[]) => sql`
  select x.visit_id from plan_places x join visits v on v.id = x.visit_id join orders o on o.id = v.order_id
    left join lateral (select coalesce(x.crew_id, x.new_crew_id) as crew_id
      where ${goesOut(sql`coalesce(x.crew_id, x.new_crew_id)`, there)}) a on true
  where x.plan_id = p.id
    and (v.status = 'scheduled' and v.on_day between p.from_on and p.until_on
      or v.status in ('planned', 'rescheduled') and o.status in ('planning', 'scheduled')
        and (v.not_before is null or v.not_before <= p.until_on))
    and not case when a.crew_id is null then v.crew_id is null
      else (a.crew_id = v.crew_id and x.day_part = v.day_part and x.is_pinned = v.is_pinned
        and abs(x.start_minute - extract(epoch from (v.planned_start at time zone 'Europe/Amsterdam')::time) / 60)
          < ${estimated}) is true end`;

/** What stands with a crew that does not go out, and nowhere in the draft. */
const leftBehind = (there: readonly string[]) => sql`
  select v.id from visits v
  where v.status = 'scheduled' and v.on_day between p.from_on and p.until_on
    and not ${goesOut(sql`v.crew_id`, there)}
    and not exists (select from plan_places x where x.plan_id = p.id and x.visit_id = v.id)`;

/** For some drafts how many visits stand elsewhere than in force, as the board counts them (`planView`). */
export const changesOf = async (
  db: Db,
  drafts: readonly { id: string; from: Day; until: Day }[],
): Promise<ReadonlyMap<string, number>> => {
  if (drafts.length === 0) return new Map();
  const from = drafts.map((draft) => draft.from).toSorted()[0]!;
  const until = drafts
    .map((draft) => draft.until)
    .toSorted()
    .at(-1)!;
  const there = (await crewRows(db, { from, until })).days.map(({ crewId }) => crewId);
  const { rows } = await sql<{ id: string; changes: number }>`
    select p.id, (select count(*)::integer
      from (${putElsewhere(there)} union all ${leftBehind(there)}) each) as changes
    from plans p where p.id = any(${drafts.map(({ id }) => id)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, changes }) => [id, changes]));
};
