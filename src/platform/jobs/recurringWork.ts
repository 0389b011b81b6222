import { Cron } from "croner";
import { sql } from "kysely";
import { automation } from "../actor.ts";
import { json } from "../database/json.ts";
import { inTransaction } from "../perform.ts";
import type { Platform } from "../platform.ts";
import { houseZone } from "../time.ts";
import type { Recurring } from "./jobs.ts";

const recurringKind = "platform/recurring";

const keyOf = ({ name }: Recurring) => `${recurringKind}:${name}`;

const nextAfter = ({ pattern }: Recurring, now: string) =>
  new Cron(pattern, { timezone: houseZone }).nextRun(new Date(now))?.toISOString();

/** When each comes next; one that is new here comes at its first time after now. */
const comesNext = async ({ database, recurring }: Platform, now: string): Promise<Map<string, unknown>> => {
  const rows = await database.db
    .selectFrom("settings")
    .select(["key", "value"])
    .where("key", "in", recurring.map(keyOf))
    .execute();
  const known = new Map<string, unknown>(rows.map(({ key, value }) => [key, value]));
  const fresh = recurring.filter((each) => !known.has(keyOf(each)));
  if (fresh.length > 0)
    await database.db
      .insertInto("settings")
      .values(fresh.map((each) => ({ key: keyOf(each), value: json(nextAfter(each, now)) })))
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  return known;
};

/** Takes its turn for itself and does the work, in one transaction; nothing when another process has it. */
const runOnce = (platform: Platform, each: Recurring, now: string) =>
  inTransaction(platform, { action: each.name, actor: automation(each.name) }, async (work) => {
    const { rows } = await sql`
      update settings set value = ${json(nextAfter(each, now))} where key = (
        select key from settings where key = ${keyOf(each)} and value #>> '{}' <= ${now} for update skip locked)
      returning key`.execute(work.tx);
    if (rows.length > 0) await each.run(work);
  });

/** Runs the recurring work whose time has come since it last ran; one process at a time does each. */
export const runRecurring = async (platform: Platform): Promise<void> => {
  if (platform.recurring.length === 0) return;
  const now = platform.now();
  const known = await comesNext(platform, now);
  for (const each of platform.recurring) {
    const next = known.get(keyOf(each));
    if (typeof next === "string" && next <= now) await runOnce(platform, each, now);
  }
};
