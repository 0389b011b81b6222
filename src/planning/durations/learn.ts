import { sql } from "kysely";
import { type Db, type Instant, json, type Work as PlatformWork, type Recurring, recurring } from "#platform";
import { minuteOf } from "../slots/crewState.ts";
import { lunchIn } from "../slots/slotSettings.ts";
import type { Lunch } from "../travel/workClock.ts";
import type { DoneAsPlanned } from "./byKind.ts";
import { backtest, type DurationModel, learnDurations, predictMinutes, type Work } from "./model.ts";

/** Visits that are learned from: the newest ones. */
const mostVisits = 5000;

/** What lines of an order tell of the work: metres of digging and of cable, and work in the consumer unit. */
const linesTell = sql`
  coalesce(sum(l.quantity) filter (where a.category = 'digging'), 0)::float8 as "diggingMetres",
  coalesce(sum(l.quantity) filter (where a.category = 'cable' and a.kind = 'service'), 0)::float8 as "cableMetres",
  coalesce(bool_or('meter_box_replacement' = any(a.skills)), false) as cupboard`;

interface DoneRow extends DoneAsPlanned {
  actualStart: Instant;
  actualEnd: Instant;
}

/** Minutes of work between begin and end: a crew that was there all through lunch had its lunch. */
const workedMinutes = (
  { actualStart, actualEnd, actualMinutes }: DoneRow,
  { from, until }: Lunch,
): number => {
  const hadLunch = minuteOf(actualStart) <= from && minuteOf(actualEnd) >= until && actualMinutes < 1440;
  return Math.max(1, hadLunch ? actualMinutes - (until - from) : actualMinutes);
};

/** The newest visits that were done, in order of time. */
export const doneVisits = async (db: Db, most = mostVisits): Promise<DoneAsPlanned[]> => {
  const lunch = await lunchIn(db);
  const { rows } = await sql<DoneRow>`
    select * from (
      select v.actual_start, v.actual_end, v.kind, coalesce(v.rule_minutes, v.minutes) as "ruleMinutes", v.minutes as "plannedMinutes",
        greatest(1, round(extract(epoch from v.actual_end - v.actual_start) / 60))::integer as "actualMinutes",
        ${linesTell},
        (select count(*)::integer from day_crew_members m where m.crew_id = v.crew_id) as people,
        exists (select from day_crew_members m join mechanics p on p.id = m.mechanic_id
          where m.crew_id = v.crew_id and p.level in ('senior', 'master', 'team_leader')) as senior
      from visits v left join order_lines l on l.order_id = v.order_id left join articles a on a.id = l.article_id
      where v.status = 'completed' and v.actual_start is not null and v.actual_end > v.actual_start
      group by v.id order by v.actual_end desc limit ${most}
    ) newest order by actual_end`.execute(db);
  return rows
    .filter(({ people }) => people > 0)
    .map((row) => ({ ...row, actualMinutes: workedMinutes(row, lunch) }));
};

/** Learns how long visits take from those that were done, and notes whether that beats the rule. */
export const learnFromVisits = async ({ tx, now }: PlatformWork): Promise<void> => {
  const done = await doneVisits(tx);
  if (done.length === 0) return;
  const judged = backtest(done);
  await tx
    .insertInto("durationModels")
    .values({
      madeAt: now,
      visits: judged.visits,
      ruleError: judged.ruleError,
      modelError: judged.modelError,
      isUsed: judged.isBetter,
      model: json(learnDurations(done)),
    })
    .execute();
};

/** Every night. */
export const learnDurationsNightly: Recurring = recurring(
  "planning/learn-durations",
  "30 2 * * *",
  learnFromVisits,
);

/** Minutes to plan for the work of an order: what was learned while that beats the rule, else the rule. */
export const minutesFor = async (
  db: Db,
  { orderId, kind, ruleMinutes }: { orderId: string; kind: string; ruleMinutes: number },
): Promise<number> => {
  const newest = await db
    .selectFrom("durationModels")
    .select(["isUsed", "model"])
    .orderBy("madeAt", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!newest?.isUsed) return ruleMinutes;
  const { rows } = await sql<Pick<Work, "diggingMetres" | "cableMetres" | "cupboard">>`
    select ${linesTell} from order_lines l join articles a on a.id = l.article_id where l.order_id = ${orderId}`.execute(
    db,
  );
  const model = newest.model as unknown as DurationModel;
  return predictMinutes(model, { ...rows[0]!, ...model.crew, kind, ruleMinutes });
};
