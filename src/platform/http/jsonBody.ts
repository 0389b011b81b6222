import type { FastifyInstance } from "fastify";
import { problem } from "../contract/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The body as it came in, for signatures; JSON bodies only. */
    rawBody?: Buffer;
  }
}

const notAnObject = problem("platform/not-understood", 400, "The body must be one JSON object");
const notUtf8 = problem("platform/not-understood", 400, "The body is not UTF-8");

const decode = (bytes: Buffer) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
};

/** Reads JSON bodies: the raw bytes are kept, keys such as `__proto__` refuse the body, and it is an object. */
export const addJsonBodies = (server: FastifyInstance) => {
  const parse = server.getDefaultJsonParser("error", "error");
  server.removeContentTypeParser(["application/json", "text/plain"]);
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, bytes, done) => {
    request.rawBody = bytes as Buffer;
    try {
      void parse(request, decode(bytes as Buffer), (error, value) => {
        const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
        if (error) done(error);
        else if (isObject) done(null, value);
        else done(notAnObject());
      });
    } catch (error) {
      done(error as Error);
    }
  });
};
