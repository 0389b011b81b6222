import { businessEntities } from "#crm";
import { action, notFound, refuseIfChanged } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { differences, given, tunedOfEntity } from "../settingsStore.ts";

/** Gives one entity values of its own, or takes them back to the group's; the audit log keeps each with the one before. */
export const tuneEntity = action(contract.tuneEntity, async (work, { businessEntity, was, ...values }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  const { organizationId, doesFieldWork } = await businessEntities.byCode(tx, businessEntity);
  if (!doesFieldWork) throw notFound();
  await tx
    .insertInto("planningEntitySettings")
    .values({ businessEntity, changedAt: now })
    .onConflict((conflict) => conflict.column("businessEntity").doNothing())
    .execute();
  const row = tx.selectFrom("planningEntitySettings").where("businessEntity", "=", businessEntity);
  await row.select("changedAt").forUpdate().execute();
  const before = await tunedOfEntity(tx, businessEntity);
  refuseIfChanged(was, before);
  await tx
    .updateTable("planningEntitySettings")
    .set({ ...given(values), changedAt: now })
    .where("businessEntity", "=", businessEntity)
    .execute();
  const after = await tunedOfEntity(tx, businessEntity);
  work.note({
    recordType: "planning_settings",
    recordId: organizationId,
    changes: { businessEntity, ...differences(before, after) },
  });
  work.announce(meansChanged({ what: "settings" }));
  return after;
});
