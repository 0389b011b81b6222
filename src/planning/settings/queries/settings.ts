import { query } from "#platform";
import { planning as contract } from "../../contract.ts";
import { maySeePlanning } from "../../policy.ts";
import { usualSlotSettings } from "../../slots/slotSettings.ts";
import { tunedSettings } from "../settingsStore.ts";
import { usualPlanWeights } from "../weights.ts";

export const settings = query(contract.settings, async ({ db, actor, authorize }) => {
  authorize(maySeePlanning(actor));
  return { ...(await tunedSettings(db)), usual: { ...usualSlotSettings, ...usualPlanWeights } };
});
