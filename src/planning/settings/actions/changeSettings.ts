import { action } from "#platform";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan, seesAllEntities } from "../../policy.ts";
import { tunedSettings } from "../settingsStore.ts";

const withoutUndefined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** Tunes planning for everybody; the audit log keeps each value with the one before. */
export const changeSettings = action(contract.changeSettings, async (work, given) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor) && seesAllEntities(work.actor));
  const { tuned: before } = await tunedSettings(tx);
  const changes = withoutUndefined(given);
  await tx
    .insertInto("planningSettings")
    .values({ ...changes, changedAt: now })
    .onConflict((conflict) => conflict.column("onlyRow").doUpdateSet({ ...changes, changedAt: now }))
    .execute();
  const { tuned: after } = await tunedSettings(tx);
  const names = Object.keys(after) as (keyof typeof after)[];
  work.note({
    recordType: "planning_settings",
    changes: Object.fromEntries(
      names.filter((name) => before[name] !== after[name]).map((name) => [name, [before[name], after[name]]]),
    ),
  });
  work.announce(meansChanged({ what: "settings" }));
  return after;
});
