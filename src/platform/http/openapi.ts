import { z } from "zod";
import type { Endpoint } from "../contract/index.ts";
import type { Platform } from "../platform.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;
const plainTypes = new Set(["string", "number", "integer", "boolean"]);

/** A plain value or null as one type list: with `anyOf` the serializer would validate every value to choose. */
const allowNullPlainly = (schema: JsonSchema) => {
  const [value, none, ...more] = (schema.anyOf ?? []) as JsonSchema[];
  if (none?.type !== "null" || more.length > 0 || !plainTypes.has(String(value?.type))) return;
  delete schema.anyOf;
  Object.assign(schema, value, { type: [value?.type, "null"] });
  if (value?.enum) schema.enum = [...value.enum, null];
};

/**
 * JSON Schema of what a contract part looks like on the wire. Answers do not forbid more properties: the serializer
 * leaves out what the contract does not name, and would otherwise refuse a nullable object that has more.
 */
export const jsonSchemaOf = (schema: z.ZodType, io: "input" | "output" = "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: "draft-7",
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      allowNullPlainly(jsonSchema);
      if (io === "output" && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  return rest;
};

const parameters = (endpoint: Endpoint) =>
  (["params", "query"] as const).flatMap((part) => {
    const schema = jsonSchemaOf(endpoint[part], "input");
    const required = new Set(schema.required ?? []);
    return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      in: part === "params" ? "path" : "query",
      required: part === "params" || required.has(name),
      schema: property,
    }));
  });

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

const operation = (endpoint: Endpoint) => ({
  operationId: endpoint.name,
  summary: endpoint.summary,
  tags: [endpoint.name.split(".")[0]],
  "x-doors": endpoint.doors,
  ...(endpoint.doors.includes("public") ? { security: [] } : {}),
  parameters: parameters(endpoint),
  ...(Object.keys(endpoint.body.shape).length > 0
    ? {
        requestBody: {
          required: true,
          content: { "application/json": { schema: jsonSchemaOf(endpoint.body, "input") } },
        },
      }
    : {}),
  responses: {
    [endpoint.status]: {
      description: "Done",
      content: { "application/json": { schema: jsonSchemaOf(endpoint.response) } },
    },
    default: { description: "A problem (RFC 9457)", content: problemContent },
  },
});

const components = {
  schemas: {
    Problem: {
      type: "object",
      required: ["type", "title", "status"],
      properties: {
        type: { type: "string", description: "Which problem, such as /problems/sales/quote-expired" },
        title: { type: "string" },
        status: { type: "integer" },
        instance: { type: "string", description: "Reference of this request" },
        errors: {
          type: "array",
          items: {
            type: "object",
            properties: {
              pointer: { type: "string" },
              problem: { type: "string" },
              message: { type: "string" },
              partner_field: { type: "string" },
            },
          },
        },
      },
      additionalProperties: true,
    },
  },
  securitySchemes: {
    session: { type: "apiKey", in: "cookie", name: "chargecars.session" },
    apiKey: { type: "http", scheme: "bearer", description: "A partner's API key or access token" },
    link: { type: "http", scheme: "bearer", description: "The token of a signed customer link" },
  },
};

/** The OpenAPI 3.1 document of everything the platform offers, made from the contracts. */
export const openApiOf = (platform: Platform) => {
  const paths: Record<string, Record<string, unknown>> = {};
  const endpoints = platform.capabilities.flatMap((capability) => [
    ...capability.routes.map((route) => route.endpoint),
    ...(capability.endpoints ?? []),
  ]);
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "ChargeCars Digital Platform", version: "1.0.0" },
    servers: [{ url: "/api/v1" }],
    security: [{ session: [] }, { apiKey: [] }, { link: [] }],
    paths,
    components,
  };
};
