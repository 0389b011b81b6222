import type { FastifyInstance } from "fastify";
import { problem } from "../contract/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The body as it came in, for signatures; JSON bodies only. */
    rawBody?: Buffer;
  }
}

const notAnObject = problem("platform/not-understood", 400, "The body must be one JSON object");
const tooDeep = problem("platform/not-understood", 400, "The body is nested too deeply");
const notUtf8 = problem("platform/not-understood", 400, "The body is not UTF-8");

const decode = (bytes: Buffer) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
};

/** Deeper than anything of ours; whatever walks through a body may then walk to its end. */
const deepest = 256;

const isTooDeep = (value: unknown, left = deepest): boolean =>
  typeof value === "object" &&
  value !== null &&
  (left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1)));

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
        else if (!isObject) done(notAnObject());
        else if (isTooDeep(value)) done(tooDeep());
        else done(null, value);
      });
    } catch (error) {
      done(error as Error);
    }
  });
};
