import { randomUUIDv7 } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { CamelCasePlugin, Kysely, type KyselyPlugin, PostgresDialect } from "kysely";
import type { Platform } from "../platform.ts";
import { sessionCookie } from "./sessions.ts";

const isoInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The library works with dates, the platform with ISO instants. */
const dates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === "string" && isoInstant.test(value) ? new Date(value) : value,
        ]),
      ),
    ),
  }),
};

const noise = { disabled: true };

/** The library that speaks WebAuthn, on the platform's tables and session cookie; `root` is where its ceremonies stand. */
export const passkeyAuth = (platform: Platform, root: string) => {
  const { baseUrl, identity } = platform.services;
  const db = new Kysely({
    dialect: new PostgresDialect({ pool: platform.database.pool }),
    plugins: [new CamelCasePlugin(), dates],
  });
  const schema = { passkey: { modelName: "passkeys", fields: { credentialID: "credentialId" } } };
  return betterAuth({
    appName: "ChargeCars",
    baseURL: baseUrl,
    basePath: root,
    secret: identity.sessionSecret,
    logger: noise,
    telemetry: { enabled: false },
    database: { db, type: "postgres" },
    user: { modelName: "users" },
    session: { modelName: "sessions", expiresIn: 30 * 86_400, disableSessionRefresh: true },
    verification: { modelName: "verifications" },
    advanced: {
      // Passwords and other proofs are the platform's own, so the library's table of accounts is not there.
      database: { generateId: () => randomUUIDv7(), validateSchema: false },
      cookiePrefix: "chargecars",
      cookies: { session_token: { name: sessionCookie(baseUrl).replace("__Secure-", "") } },
    },
    rateLimit: { enabled: false },
    plugins: [passkey({ rpID: new URL(baseUrl).hostname, rpName: "ChargeCars", origin: baseUrl, schema })],
  });
};
