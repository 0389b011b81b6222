import type { FastifyInstance } from "fastify";
import { serve } from "../http/serve.ts";
import type { Platform } from "../platform.ts";
import { asSelfOn, personIn } from "./asSelf.ts";
import { identity } from "./contract.ts";
import { secondFactorThere } from "./problems.ts";
import { makeRecoveryCodes, recoveryCodesLeft } from "./signIn/recoveryCodes.ts";
import { asksForCode, spendCode, startSecondFactor } from "./signIn/secondFactor.ts";
import { clearTries, countTry } from "./signIn/tries.ts";

/** Adds the second step of one's own account: authenticator app and recovery codes. */
export const addSecondFactorRoutes = (server: FastifyInstance, platform: Platform) => {
  const asSelf = asSelfOn(platform);

  serve(server, identity.secondFactor, async (_input, request) => {
    const { db } = platform.database;
    const { userId } = personIn(request);
    return { on: await asksForCode(db, userId), recoveryCodesLeft: await recoveryCodesLeft(db, userId) };
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
  // Both want a code of the app that is in hand: a session left open is not enough.
  for (const endpoint of [identity.confirmSecondFactor, identity.makeRecoveryCodes])
    serve(server, endpoint, async ({ totp }, request) => {
      const { userId } = personIn(request);
      await countTry(platform, `code of ${userId}`, request.ip);
      const made = await asSelf(endpoint.name, request, async (work) => {
        await spendCode(work, userId, totp);
        return { recoveryCodes: await makeRecoveryCodes(work, userId) };
      });
      await clearTries(platform, `code of ${userId}`, request.ip);
      return made;
    });
};
