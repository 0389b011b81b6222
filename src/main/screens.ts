import { existsSync } from "node:fs";
import { resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const built = resolve(import.meta.dirname, "../../dist/web");

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

/** Serves the built screens: hashed assets for ever, pages fresh each time. */
export const addScreens = async (server: FastifyInstance) => {
  if (!existsSync(built)) return;
  await server.register(fastifyStatic, {
    root: built,
    serve: true,
    wildcard: false,
    index: false,
    setHeaders(reply, path) {
      reply.header(
        "cache-control",
        path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  for (const url of ["/", "/*"])
    server.route({
      method: "GET",
      url,
      handler: async (request, reply) => {
        const path = request.url.split("?")[0]!;
        if (path.startsWith("/api/") || /\.\w+$/.test(path)) return reply.callNotFound();
        return reply.header("cache-control", "no-cache").sendFile(`apps/${faceOf(path).name}/index.html`);
      },
    });
};
