import type { Work } from "../work.ts";

/** Puts a dead job back in the queue; says whether there was one. */
export const replayJob = async (work: Work, jobId: number): Promise<boolean> => {
  const { numUpdatedRows } = await work.tx
    .updateTable("jobs")
    .set({ status: "waiting", attempts: 0, runAt: work.now })
    .where("id", "=", jobId)
    .where("status", "=", "dead")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
