import { type Day, dayOf, type Work } from "#platform";
import { slotTaken } from "../problems.ts";
import { placeVisit } from "../visits/scheduling.ts";
import type { Visit } from "../visits/visitStore.ts";
import { lockDay } from "./crewState.ts";
import type { DayPart } from "./dayPart.ts";
import type { Fit } from "./offers.ts";
import { fitsFor, nextBest, offersFor } from "./offersFor.ts";

interface Wanted {
  on: Day;
  part: DayPart;
}

/**
 * Looks again, with the crews of the day held, whether the visit fits: of two who want the last place exactly one gets it.
 * Throws `planning/slot-taken` with the next best offers.
 */
export const claimSlot = async (work: Work, visit: Visit, { on, part }: Wanted): Promise<Fit> => {
  const { tx, now } = work;
  await lockDay(tx, on);
  const fits = on > dayOf(now) ? await fitsFor(tx, visit, { on, part, now }) : [];
  const held = await tx
    .selectFrom("slotHolds")
    .select("crewId")
    .where("visitId", "=", visit.id)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  const fit = fits.find(({ crewId }) => crewId === held?.crewId) ?? fits[0];
  if (fit) return fit;
  throw slotTaken({ offers: nextBest(await offersFor(tx, visit, now), on) as never });
};

/** Books a half day with the crew that drives least for it. */
export const book = async (
  work: Work,
  visit: Visit,
  wanted: Wanted,
  options: { reason?: string | null } = {},
): Promise<Visit> => placeVisit(work, visit, await claimSlot(work, visit, wanted), options);
