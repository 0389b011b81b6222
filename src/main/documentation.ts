import scalar from "@scalar/fastify-api-reference";
import type { FastifyInstance } from "fastify";
import { openApiOf, type Platform } from "#platform";

/** The OpenAPI document and a page to read it. */
export const addDocumentation = async (server: FastifyInstance, platform: Platform) => {
  const document = openApiOf(platform);
  server.get("/api/openapi.json", async () => document);
  await server.register(scalar, {
    routePrefix: "/api/docs",
    configuration: { url: "/api/openapi.json", withDefaultFonts: false, telemetry: false },
  });
};
