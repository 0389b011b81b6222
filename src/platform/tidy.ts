import { recurring } from "./jobs/jobs.ts";
import { later } from "./time.ts";

/** Clears away at night what has served its time: sessions and links that are over, counted tries, old repeated answers. */
export const tidyUp = recurring("platform/tidy", "30 3 * * *", async ({ tx, now }) => {
  const realNow = new Date().toISOString();
  await tx.deleteFrom("sessions").where("expiresAt", "<", realNow).execute();
  await tx.deleteFrom("verifications").where("expiresAt", "<", realNow).execute();
  await tx.deleteFrom("signInLinks").where("expiresAt", "<", now).execute();
  await tx.deleteFrom("signInTries").where("until", "<", now).execute();
  await tx.deleteFrom("idempotencyKeys").where("createdAt", "<", later(now, "-P7D")).execute();
});
