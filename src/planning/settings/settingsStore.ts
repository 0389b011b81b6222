import type { Db } from "#platform";
import type { PlanningSettings } from "./contract.ts";

const none: PlanningSettings = {
  reserveMinutes: null,
  holdMinutes: null,
  changeUntilHours: null,
  waitingOfferHours: null,
  lunchFrom: null,
  lunchMinutes: null,
  offerDays: null,
  priorityWeight: null,
  overtimeWeight: null,
  otherCrewWeight: null,
  movedWeight: null,
  evenWeight: null,
};

/** What the office tuned, and when last. */
export const tunedSettings = async (
  db: Db,
): Promise<{ tuned: PlanningSettings; changedAt: string | null }> => {
  const row = await db.selectFrom("planningSettings").selectAll().executeTakeFirst();
  if (!row) return { tuned: none, changedAt: null };
  const { onlyRow: _onlyRow, changedAt, ...tuned } = row;
  return { tuned, changedAt };
};
