import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Stored } from "../action.ts";
import type { Endpoint, OutputOf, ParsedOf } from "../contract/index.ts";
import { parse } from "../input.ts";
import { admit } from "../run.ts";
import { jsonSchemaOf } from "./openapi.ts";

/** Under which every endpoint's path stands. */
export const apiRoot = "/api/v1";

/** Only what the contract names is taken from the address, so that a token shown there never becomes part of the input. */
export const fromQuery = (query: unknown, shape: object) =>
  Object.fromEntries(Object.entries(query as object).filter(([name]) => Object.hasOwn(shape, name)));

/** What a request gives an endpoint: body, query and path in one object. */
export const inputOf = (endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> => ({
  ...(request.body as object | undefined),
  ...fromQuery(request.query, endpoint.query.shape),
  ...(request.params as object),
});

/**
 * Serves an endpoint outside of actions and queries, for the few that set a cookie or carry a file. Doors, input and
 * answer are held to the contract all the same.
 */
export const serve = <E extends Endpoint>(
  server: FastifyInstance,
  endpoint: E,
  handle: (input: ParsedOf<E>, request: FastifyRequest, reply: FastifyReply) => Promise<Stored<OutputOf<E>>>,
) => {
  server.route({
    method: endpoint.method,
    url: `${apiRoot}${endpoint.path}`,
    schema: { response: { "2xx": jsonSchemaOf(endpoint.response) } },
    handler: async (request, reply) => {
      admit(endpoint, request.actor);
      const body = await handle(parse(endpoint, inputOf(endpoint, request)), request, reply);
      return reply.code(endpoint.status).send(body);
    },
  });
};
