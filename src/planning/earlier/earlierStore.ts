import { type Day, type Db, dayOf, type Work } from "#platform";

/** Whether a half day comes before the appointment a visit has by now; before none comes every one. */
export const isEarlier = (
  { on, part }: { on: Day; part: string },
  stands: { on: Day | null; part: string | null },
): boolean =>
  stands.on === null ||
  on < stands.on ||
  (on === stands.on && part === "morning" && stands.part === "afternoon");

/** Half days offered to a visit that can still be said yes to, and that are still earlier than its appointment. */
export const openOffers = async (db: Db, visitIds: readonly string[], now: string) => {
  if (visitIds.length === 0) return [];
  const rows = await db
    .selectFrom("earlierOffers as e")
    .innerJoin("visits as v", "v.id", "e.visitId")
    .select(["e.id", "e.visitId", "e.onDay as on", "e.dayPart as part", "e.expiresAt"])
    .select(["v.onDay", "v.dayPart"])
    .where("e.visitId", "in", visitIds)
    .where("e.answer", "is", null)
    .where("e.expiresAt", ">", now)
    .orderBy("e.onDay")
    .orderBy("e.dayPart")
    .execute();
  return rows
    .filter(({ onDay, dayPart, ...offer }) => isEarlier(offer, { on: onDay, part: dayPart }))
    .map(({ onDay: _on, dayPart: _part, ...offer }) => offer);
};

/** Half days offered to a visit since it waits that are over or were taken back, though they are still to come. */
export const overOffers = (db: Db, visitId: string, now: string) =>
  db
    .selectFrom("earlierOffers as e")
    .innerJoin("visits as v", "v.id", "e.visitId")
    .innerJoin("earlierWishes as w", "w.visitId", "e.visitId")
    .select(["e.id", "e.onDay as on", "e.dayPart as part"])
    .where("e.visitId", "=", visitId)
    .whereRef("e.offeredAt", ">=", "w.askedAt")
    .where("e.onDay", ">", dayOf(now))
    .where((eb) => eb.or([eb("v.onDay", "is", null), eb("v.onDay", ">", eb.ref("e.onDay"))]))
    .where((eb) =>
      eb.or([
        eb("e.answer", "=", "gone"),
        eb.and([eb("e.answer", "is", null), eb("e.expiresAt", "<=", now)]),
      ]),
    )
    .orderBy("e.onDay")
    .orderBy("e.dayPart")
    .execute();

/** Takes a visit off the waiting list; what it was offered is off the table. */
export const leaveWaitingList = async ({ tx, now }: Pick<Work, "tx" | "now">, visitId: string) => {
  await tx.deleteFrom("earlierWishes").where("visitId", "=", visitId).execute();
  await tx
    .updateTable("earlierOffers")
    .set({ answer: "gone", answeredAt: now })
    .where("visitId", "=", visitId)
    .where("answer", "is", null)
    .execute();
};
