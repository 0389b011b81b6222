import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const webFolder = resolve(import.meta.dirname, "../../dist/web");

/** The faces of the product and where each begins; the rest of the address belongs to the screens themselves. */
const faces = [
  { name: "field", prefix: "/field" },
  { name: "partner", prefix: "/partner" },
  { name: "customer", prefix: "/c/" },
  { name: "office", prefix: "/" },
];

const faceOf = (path: string) =>
  faces.find(
    ({ prefix }) => path === prefix || path.startsWith(prefix.endsWith("/") ? prefix : `${prefix}/`),
  )!;

const forEver = { maxAge: "365d", immutable: true } as const;

/**
 * Serves the built screens: hashed assets for ever, pages fresh each time. What is there is looked up at each request,
 * so that screens built anew while this server runs are served whole, old parts and new.
 */
export const addScreens = async (server: FastifyInstance, built = webFolder) => {
  if (!existsSync(built)) return;
  await server.register(fastifyStatic, { root: built, serve: false, cacheControl: true });
  for (const url of ["/", "/*"])
    server.route({
      method: "GET",
      url,
      handler: async (request, reply) => {
        const path = request.url.split("?")[0]!;
        if (path.startsWith("/api/")) return reply.callNotFound();
        if (path.startsWith("/assets/")) return reply.sendFile(path.slice(1), forEver);
        const file = /\.\w+$/.test(path) ? path.slice(1) : `apps/${faceOf(path).name}/index.html`;
        return reply.sendFile(file, { cacheControl: false }).header("cache-control", "no-cache");
      },
    });
};
