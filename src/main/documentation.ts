import { createHash } from "node:crypto";
import scalar from "@scalar/fastify-api-reference";
import type { FastifyInstance } from "fastify";
import { openApiOf, type Platform } from "#platform";

const inlineScript = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The page has scripts in it; each is allowed by its own hash, so that nothing else in it could ever run. */
const allowOwnScripts = (policy: string, page: string): string => {
  const hashes = [...page.matchAll(inlineScript)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return policy.replace("script-src 'self'", `script-src 'self' ${hashes.join(" ")}`);
};

/** The OpenAPI document and a page to read it. */
export const addDocumentation = async (server: FastifyInstance, platform: Platform) => {
  const document = openApiOf(platform);
  server.get("/api/openapi.json", async () => document);
  await server.register(async (pages) => {
    pages.addHook("onSend", async (_request, reply, payload) => {
      const policy = reply.getHeader("content-security-policy");
      if (typeof payload === "string" && typeof policy === "string" && payload.includes("<script"))
        reply.header("content-security-policy", allowOwnScripts(policy, payload));
      return payload;
    });
    await pages.register(scalar, {
      routePrefix: "/api/docs",
      configuration: {
        url: "/api/openapi.json",
        withDefaultFonts: false,
        telemetry: false,
        showDeveloperTools: "never",
      },
    });
  });
};
