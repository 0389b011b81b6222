import { businessEntities } from "#crm";
import { action, notFound, refuseIfChanged, withoutUndefined } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { differences, oneSettingAtATime, tunedOfEntity } from "../settingsStore.ts";

/** Gives one entity values of its own, or takes them back to the group's; the audit log keeps each with the one before. */
export const tuneEntity = action(contract.tuneEntity, async (work, { businessEntity, was, ...values }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  const { organizationId, doesFieldWork } = await businessEntities.byCode(tx, businessEntity);
  if (!doesFieldWork) throw notFound();
  const given = withoutUndefined(values);
  if (Object.keys(given).length === 0) return tunedOfEntity(tx, businessEntity);
  await oneSettingAtATime(tx);
  const before = await tunedOfEntity(tx, businessEntity);
  refuseIfChanged(was, before);
  const after = { ...before, ...given };
  const changes = differences(before, after);
  if (Object.keys(changes).length === 0) return before;
  await tx
    .insertInto("planningEntitySettings")
    .values({ businessEntity, ...given, changedAt: now })
    .onConflict((conflict) => conflict.column("businessEntity").doUpdateSet({ ...given, changedAt: now }))
    .execute();
  work.note({
    recordType: "planning_settings",
    recordId: organizationId,
    changes: { businessEntity, ...changes },
  });
  work.announce(meansChanged({ what: "settings" }));
  return after;
});
