import type { FastifyInstance } from "fastify";
import type { Person } from "../actor.ts";
import { notSignedIn } from "../contract/index.ts";
import { addFormBodies } from "../http/formBody.ts";
import { serve } from "../http/serve.ts";
import { inTransaction } from "../perform.ts";
import type { Platform } from "../platform.ts";
import { addAccessTokenRoute } from "./accessTokenRoute.ts";
import { addAccountRoutes } from "./accountRoutes.ts";
import { type EntityBrand, identity, type Me } from "./contract.ts";
import { addLinkPage } from "./linkPageRoute.ts";
import { addPasskeyRoutes } from "./passkeys.ts";
import { sendSignInLink } from "./signIn/links.ts";
import { closeSession } from "./signIn/session.ts";
import { signInWithLink, signInWithPassword } from "./signIn/signIn.ts";
import { countAsk } from "./signIn/tries.ts";

export interface IdentityRoutes {
  platform: Platform;
  /** The name of a person's organization and the trading entities they work for; given by the capability that owns them. */
  frameOf: (
    person: Person,
  ) => Promise<{ organizationName: string | null; businessEntities: readonly EntityBrand[] }>;
}

const done = { done: true } as const;

/** Adds the calls that set or clear the session's cookie, and those about one's own account. */
export const addIdentityRoutes = async (server: FastifyInstance, { platform, frameOf }: IdentityRoutes) => {
  serve(server, identity.signIn, (input, request, reply) =>
    signInWithPassword({ platform, request, reply }, input),
  );
  serve(server, identity.signInByLink, (input, request, reply) =>
    signInWithLink({ platform, request, reply }, input),
  );
  serve(server, identity.requestMagicLink, async ({ email, returnTo }, request) => {
    await countAsk(platform, email, request.ip);
    await inTransaction(
      platform,
      { action: "identity.requestMagicLink", actor: request.actor },
      async (work) => {
        const user = await work.tx
          .selectFrom("users")
          .select("id")
          .where("email", "=", email)
          .executeTakeFirst();
        if (user)
          work.schedule(sendSignInLink({ userId: user.id, occasion: "sign-in", returnTo: returnTo ?? "/" }));
      },
    );
    return done;
  });
  serve(server, identity.signOut, async (_input, request, reply) => {
    await closeSession(platform, request, reply);
    return done;
  });
  serve(server, identity.me, async (_input, { actor }): Promise<Me> => {
    if (actor.kind !== "person") throw notSignedIn();
    const { userId: id, name, role, organizationId, language } = actor;
    const { email } = await platform.database.db
      .selectFrom("users")
      .select("email")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const { organizationName, businessEntities } = await frameOf(actor);
    const scopes = [...actor.scopes];
    return {
      id,
      name,
      email,
      role,
      scopes,
      organizationId,
      organizationName,
      language,
      businessEntities: [...businessEntities],
    };
  });
  addAccountRoutes(server, platform);
  addPasskeyRoutes(server, platform);
  await server.register(async (forms) => {
    addFormBodies(forms);
    addAccessTokenRoute(forms, platform);
    addLinkPage(forms, platform);
  });
};
