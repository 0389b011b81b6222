import { sql } from "kysely";
import { type Day, dayOf, type Tx, type Work } from "#platform";
import { makeWay } from "../visits/makeWay.ts";
import { placeVisit } from "../visits/scheduling.ts";
import { type Visit, visits } from "../visits/visitStore.ts";
import { lockDays } from "./crewState.ts";
import type { DayPart } from "./dayPart.ts";
import type { Fit } from "./offers.ts";
import { fitByMovingFor, fitsFor, nextBest, offerDays, offersFor } from "./offersFor.ts";
import { slotTaken } from "./problems.ts";
import { slotSettings } from "./slotSettings.ts";

interface Wanted {
  on: Day;
  part: DayPart;
}

/** The crew whose place is kept for the visit, while it is. */
const heldCrew = async ({ tx, now }: Work, visitId: string) =>
  (
    await tx
      .selectFrom("slotHolds")
      .select("crewId")
      .where("visitId", "=", visitId)
      .where("expiresAt", ">", now)
      .executeTakeFirst()
  )?.crewId;

const fitAsItStands = async (work: Work, visit: Visit, wanted: Wanted): Promise<Fit | undefined> => {
  if (wanted.on <= dayOf(work.now)) return undefined;
  const fits = await fitsFor(work.tx, visit, { ...wanted, now: work.now });
  const held = await heldCrew(work, visit.id);
  return fits.find(({ crewId }) => crewId === held) ?? fits[0];
};

/** Days first, then the visit: whoever books on the same days waits here and never for each other's visits. */
const holdDays = async (tx: Tx, visitId: string, days: readonly Day[]): Promise<Visit> => {
  await lockDays(tx, { days });
  return visits.lock(tx, visitId);
};

/**
 * Looks again, with the crews of the day held, whether the visit fits: of two who want the last place exactly one gets it.
 * When it does not but one visit nobody was told about can make room, all days are held and that visit really goes.
 * Throws `planning/slot-taken` with the next best offers.
 */
export const claimSlot = async (
  work: Work,
  { id, onDay }: Pick<Visit, "id" | "onDay">,
  wanted: Wanted,
): Promise<{ visit: Visit; fit: Fit }> => {
  const { tx, now } = work;
  await sql`savepoint before_claim`.execute(tx);
  const visit = await holdDays(tx, id, onDay ? [wanted.on, onDay] : [wanted.on]);
  const fit = await fitAsItStands(work, visit, wanted);
  if (fit) return { visit, fit };
  const offers = await offersFor(tx, visit, now);
  const isOffered = offers.some(({ on, part }) => on === wanted.on && part === wanted.part);
  if (!isOffered) throw slotTaken({ offers: nextBest(offers, wanted.on) as never });
  return claimByMoving(work, id, wanted);
};

/** Lets go of the day, because more of them have to be held and always in the same order. */
const claimByMoving = async (work: Work, visitId: string, wanted: Wanted) => {
  const { tx, now } = work;
  await sql`rollback to savepoint before_claim`.execute(tx);
  await lockDays(tx, offerDays(await slotSettings(tx, { visitId }), now));
  const visit = await visits.lock(tx, visitId);
  const fit =
    (await fitAsItStands(work, visit, wanted)) ?? (await fitByMovingFor(tx, visit, { ...wanted, now }));
  if (!fit) throw slotTaken({ offers: nextBest(await offersFor(tx, visit, now), wanted.on) as never });
  await makeWay(work, fit);
  return { visit, fit };
};

/** Books a half day with the crew that drives least for it. */
export const book = async (
  work: Work,
  wish: Pick<Visit, "id" | "onDay">,
  wanted: Wanted,
  { reason = null, check }: { reason?: string | null; check?: (visit: Visit) => void | Promise<void> } = {},
): Promise<Visit> => {
  const { visit, fit } = await claimSlot(work, wish, wanted);
  await check?.(visit);
  return placeVisit(work, visit, fit, { reason });
};
