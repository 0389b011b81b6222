import { type Db, type Work } from "#platform";

/** Half days offered to a visit that can still be said yes to. */
export const openOffers = (db: Db, visitIds: readonly string[], now: string) =>
  db
    .selectFrom("earlierOffers")
    .select(["id", "visitId", "onDay as on", "dayPart as part", "expiresAt"])
    .where("visitId", "in", visitIds.length > 0 ? visitIds : ["00000000-0000-0000-0000-000000000000"])
    .where("answer", "is", null)
    .where("expiresAt", ">", now)
    .orderBy("onDay")
    .orderBy("dayPart")
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
