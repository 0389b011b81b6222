import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "../contract/index.ts";
import type { Platform } from "../platform.ts";
import { crossSite } from "./problems.ts";
import { linkPage } from "./signIn/linkPage.ts";
import { signInWithLink } from "./signIn/signIn.ts";

const fieldsOf = (given: unknown) => {
  const { token, language, totp } = (given ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 100) : "");
  return { token: text(token), language: text(language), totp: text(totp) || undefined };
};

/** The page behind a mailed link and its button. */
export const addLinkPage = (server: FastifyInstance, platform: Platform) => {
  server.get("/sign-in/link", async ({ query }, reply) => {
    const page = linkPage({ ...fieldsOf(query), state: "ask" });
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(page);
  });
  server.post("/sign-in/link", async (request: FastifyRequest, reply) => {
    if (request.headers["sec-fetch-site"] === "cross-site") throw crossSite();
    const fields = fieldsOf(request.body);
    const state = await signInWithLink({ platform, request, reply }, fields).catch((error: unknown) => {
      if (error instanceof Problem) return { outcome: "over" as const, returnTo: "" };
      throw error;
    });
    if (state.outcome === "signed-in") return reply.redirect(state.returnTo, 303);
    const page = linkPage({ ...fields, state: state.outcome === "second-factor" ? "code" : "over" });
    return reply
      .code(state.outcome === "over" ? 401 : 200)
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(page);
  });
};
