import { action, refuseIfChanged } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { differences, given, tunedSettings } from "../settingsStore.ts";

/** Tunes planning for the group; the audit log keeps each value with the one before. */
export const changeSettings = action(contract.changeSettings, async (work, { was, ...values }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  await tx
    .insertInto("planningSettings")
    .values({ changedAt: now })
    .onConflict((conflict) => conflict.column("onlyRow").doNothing())
    .execute();
  await tx.selectFrom("planningSettings").select("onlyRow").forUpdate().execute();
  const { tuned: before } = await tunedSettings(tx);
  refuseIfChanged(was, before);
  await tx
    .updateTable("planningSettings")
    .set({ ...given(values), changedAt: now })
    .execute();
  const { tuned: after } = await tunedSettings(tx);
  work.note({ recordType: "planning_settings", changes: differences(before, after) });
  work.announce(meansChanged({ what: "settings" }));
  return after;
});
