import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { job } from "../../jobs/jobs.ts";
import { later } from "../../time.ts";
import type { Work } from "../../work.ts";

/** What the mail with a link to sign in needs to say. */
export interface MagicLink {
  email: string;
  name: string;
  language: "nl" | "en";
  url: string;
  /** Whether somebody gets to know the platform by it, or asked for it. */
  occasion: "invitation" | "sign-in";
}

const lasts = { invitation: "P7D", "sign-in": "PT15M" };

export const linkHash = (token: string) => createHash("sha256").update(token).digest();

/** A place inside the platform to go on to; anything that would lead elsewhere is the first page. */
export const localPath = (path: string | null | undefined): string =>
  path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "/";

/** Makes a link to sign in with and hands it to whoever mails it; only a hash of its token is kept. */
const mailLink = async (
  work: Work,
  given: { userId: string; occasion: MagicLink["occasion"]; returnTo: string },
) => {
  const { tx, services, now } = work;
  const user = await tx
    .selectFrom("users")
    .select(["email", "name", "language"])
    .where("id", "=", given.userId)
    .where("active", "=", true)
    .executeTakeFirst();
  if (!user || !services.sendMagicLink) return;
  const token = randomBytes(32).toString("base64url");
  await tx.deleteFrom("signInLinks").where("expiresAt", "<", now).execute();
  await tx
    .insertInto("signInLinks")
    .values({
      hash: linkHash(token),
      userId: given.userId,
      returnTo: localPath(given.returnTo),
      expiresAt: later(now, lasts[given.occasion]),
    })
    .execute();
  const { email, name } = user;
  const language = user.language as "nl" | "en";
  const url = `${services.baseUrl}/sign-in/link?language=${language}&token=${token}`;
  await services.sendMagicLink(work, { email, name, language, url, occasion: given.occasion });
};

export const sendSignInLink = job(
  "identity/send-sign-in-link",
  z.object({
    userId: z.uuid(),
    occasion: z.enum(["invitation", "sign-in"]),
    returnTo: z.string().default("/"),
  }) as z.ZodType<{ userId: string; occasion: MagicLink["occasion"]; returnTo: string }>,
  mailLink,
);
