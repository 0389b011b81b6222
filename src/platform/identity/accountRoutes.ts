import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Person } from "../actor.ts";
import { notSignedIn } from "../contract/index.ts";
import { serve } from "../http/serve.ts";
import { inTransaction } from "../perform.ts";
import type { Platform } from "../platform.ts";
import type { Work } from "../work.ts";
import { identity } from "./contract.ts";
import { secondFactorThere, wrongCredentials } from "./problems.ts";
import { sessionToken } from "./sessions.ts";
import { isPassword, setPassword } from "./signIn/passwords.ts";
import { startSecondFactor, useCode } from "./signIn/secondFactor.ts";
import { clearTries, countTry } from "./signIn/tries.ts";

const done = { done: true } as const;

const personIn = ({ actor }: FastifyRequest): Person => {
  if (actor.kind !== "person") throw notSignedIn();
  return actor;
};

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

/** Adds what people do with their own account: password and authenticator app. */
export const addAccountRoutes = (server: FastifyInstance, platform: Platform) => {
  const asSelf = <T>(
    name: string,
    request: FastifyRequest,
    handle: (work: Work, person: Person) => Promise<T>,
  ) => {
    const person = personIn(request);
    const as = {
      action: name,
      actor: person,
      request: { id: request.id, address: request.ip, userAgent: null, headers: {} },
    };
    return inTransaction(platform, as, async (work) => {
      work.note({ recordType: "user", recordId: person.userId });
      return handle(work, person);
    });
  };

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
  serve(server, identity.startSecondFactor, async (_input, request) =>
    asSelf(identity.startSecondFactor.name, request, async (work, { userId }) => {
      const { email } = await work.tx
        .selectFrom("users")
        .select("email")
        .where("id", "=", userId)
        .executeTakeFirstOrThrow();
      const uri = await startSecondFactor(work, { id: userId, email });
      if (!uri) throw secondFactorThere();
      return { uri };
    }),
  );
  serve(server, identity.confirmSecondFactor, async ({ totp }, request) => {
    const { userId } = personIn(request);
    await countTry(platform, `code of ${userId}`, request.ip);
    return asSelf(identity.confirmSecondFactor.name, request, async (work) => {
      await useCode(work, userId, totp);
      return done;
    });
  });
};
