import { together } from "./database/together.ts";
import { recurring } from "./jobs/jobs.ts";
import { later } from "./time.ts";

/** Clears away at night what has served its time: sessions and links that are over, counted tries, old repeated answers. */
export const tidyUp = recurring("platform/tidy", "30 3 * * *", async ({ tx, now }) => {
  const realNow = new Date().toISOString();
  await together(tx, (db) => [
    db.deleteFrom("sessions").where("expiresAt", "<", realNow).execute(),
    db.deleteFrom("verifications").where("expiresAt", "<", realNow).execute(),
    db.deleteFrom("signInLinks").where("expiresAt", "<", now).execute(),
    db.deleteFrom("signInTries").where("until", "<", now).execute(),
    db.deleteFrom("idempotencyKeys").where("createdAt", "<", later(now, "-P7D")).execute(),
  ]);
});
