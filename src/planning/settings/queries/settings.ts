import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { usualSlotSettings } from "../../slots/slotSettings.ts";
import { entitySettings, tunedSettings } from "../settingsStore.ts";
import { usualPlanWeights } from "../weights.ts";

/** What planning is tuned by: of the group, and of entities that differ. */
export const settings = query(contract.settings, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  const [group, entities] = await Promise.all([tunedSettings(db), entitySettings(db, actor)]);
  return { ...group, usual: { ...usualSlotSettings, ...usualPlanWeights }, entities };
});
