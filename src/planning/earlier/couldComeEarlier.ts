import { sql } from "kysely";
import { type Day, type Db, dayOf, daysAfter, type Instant } from "#platform";
import { wishOf } from "../slots/offersFor.ts";

/** Whether crews go out on any day before the appointment on which the visit may be offered at all; full or not. */
export const couldComeEarlier = async (
  db: Db,
  { id, on }: { id: string; on: Day | null },
  now: Instant,
): Promise<boolean> => {
  if (!on) return true;
  const { notBefore } = await wishOf(db, { id });
  const tomorrow = daysAfter(dayOf(now), 1);
  const from = notBefore && notBefore > tomorrow ? notBefore : tomorrow;
  const { rows } = await sql<{
    isPossible: boolean;
  }>`select has_crews_between(${from}, ${daysAfter(on, -1)}) as is_possible`.execute(db);
  return rows[0]!.isPossible;
};
