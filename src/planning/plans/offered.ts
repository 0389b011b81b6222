import { later, type Recurring, recurring, type Work } from "#platform";

/** Whoever was offered ways to mend a plan may still take one this long after. */
const offeredFor = "PT24H";

/** Throws away the ways to mend that nobody took: they were only ever shown in the dialog they were made for. */
export const clearOffered = async ({ tx, now }: Work): Promise<void> => {
  await tx
    .updateTable("plans")
    .set({ status: "discarded", isOffered: false, updatedAt: now })
    .where("isOffered", "=", true)
    .where("status", "=", "draft")
    .where("createdAt", "<", later(now, `-${offeredFor}`))
    .execute();
};

export const clearOfferedNightly: Recurring = recurring("planning/clear-offered", "55 2 * * *", clearOffered);
