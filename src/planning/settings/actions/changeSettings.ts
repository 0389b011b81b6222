import { action, refuseIfChanged, withoutUndefined } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { differences, oneSettingAtATime, tunedSettings } from "../settingsStore.ts";

/** Tunes planning for the group; the audit log keeps each value with the one before. */
export const changeSettings = action(contract.changeSettings, async (work, { was, ...values }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  const given = withoutUndefined(values);
  if (Object.keys(given).length === 0) return (await tunedSettings(tx)).tuned;
  await oneSettingAtATime(tx);
  const { tuned: before } = await tunedSettings(tx);
  refuseIfChanged(was, before);
  const after = { ...before, ...given };
  const changes = differences(before, after);
  if (Object.keys(changes).length === 0) return before;
  await tx
    .insertInto("planningSettings")
    .values({ ...given, changedAt: now })
    .onConflict((conflict) => conflict.column("onlyRow").doUpdateSet({ ...given, changedAt: now }))
    .execute();
  work.note({ recordType: "planning_settings", changes });
  work.announce(meansChanged({ what: "settings" }));
  return after;
});
