import type { FastifyInstance } from "fastify";
import type { Person } from "../actor.ts";
import { serve } from "../http/serve.ts";
import type { Platform } from "../platform.ts";
import { asSelfOn, personIn } from "./asSelf.ts";
import { identity } from "./contract.ts";
import { wrongCredentials } from "./problems.ts";
import { addSecondFactorRoutes } from "./secondFactorRoutes.ts";
import { sessionToken } from "./sessions.ts";
import { isPassword, setPassword } from "./signIn/passwords.ts";
import { clearTries, countTry } from "./signIn/tries.ts";

const done = { done: true } as const;

/** A person who has a password shows it before choosing another. */
const mayChange = async (platform: Platform, person: Person, given: string | undefined, address: string) => {
  const { db } = platform.database;
  const has = await db
    .selectFrom("passwords")
    .select("userId")
    .where("userId", "=", person.userId)
    .executeTakeFirst();
  if (!has) return;
  await countTry(platform, `password of ${person.userId}`, address);
  if (!(await isPassword(db, person.userId, given ?? ""))) throw wrongCredentials();
  await clearTries(platform, `password of ${person.userId}`, address);
};

/** Adds what people do with their own account: password and second step. */
export const addAccountRoutes = (server: FastifyInstance, platform: Platform) => {
  const asSelf = asSelfOn(platform);
  serve(server, identity.changePassword, async ({ currentPassword, newPassword }, request) => {
    await mayChange(platform, personIn(request), currentPassword, request.ip);
    return asSelf(identity.changePassword.name, request, async (work, { userId }) => {
      await setPassword(work, userId, newPassword);
      const others = work.tx.deleteFrom("sessions").where("userId", "=", userId);
      await others.where("token", "<>", sessionToken(request, platform) ?? "").execute();
      work.services.identity.memory.forget();
      return done;
    });
  });
  addSecondFactorRoutes(server, platform);
};
