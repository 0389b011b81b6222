import { Cron } from "croner";
import { automation } from "../actor.ts";
import { json } from "../database/json.ts";
import { inTransaction } from "../perform.ts";
import type { Platform } from "../platform.ts";
import { houseZone } from "../time.ts";
import type { Recurring } from "./jobs.ts";

const recurringKind = "platform/recurring";

const runWhenDue = async (platform: Platform, { name, pattern, run }: Recurring, now: string) => {
  const key = `${recurringKind}:${name}`;
  await inTransaction(platform, { action: name, actor: automation(name) }, async (work) => {
    const next = new Cron(pattern, { timezone: houseZone }).nextRun(new Date(now))?.toISOString();
    await work.tx
      .insertInto("settings")
      .values({ key, value: json(next) })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
    const setting = await work.tx
      .selectFrom("settings")
      .select("value")
      .where("key", "=", key)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (typeof setting?.value !== "string" || setting.value > now) return;
    await run(work);
    await work.tx
      .updateTable("settings")
      .set({ value: json(next) })
      .where("key", "=", key)
      .execute();
  });
};

/** Runs the recurring work whose time has come since it last ran; one process at a time does each. */
export const runRecurring = async (platform: Platform): Promise<void> => {
  const now = platform.now();
  for (const recurring of platform.recurring) await runWhenDue(platform, recurring, now);
};
