import type { FastifyInstance } from "fastify";

/** Reads HTML forms on the routes of this part of the server; the last of a repeated name counts. */
export const addFormBodies = (server: FastifyInstance) => {
  server.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 16 * 1024 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
};
