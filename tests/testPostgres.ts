import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../bin/postgres/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/**
 * One fast PostgreSQL for all tests. A run that starts while another one goes on shares it; the last one
 * out stops it. Tests find it as `inject("postgresUrl")` or in `TEST_POSTGRES_URL`.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  process.env.TEST_POSTGRES_URL = postgres.url;
  project.provide("postgresUrl", postgres.url);
  return postgres.stop;
}

/** The PostgreSQL for tests; its data may go at any time. */
export function startTestPostgres() {
  const dataFolder = join(import.meta.dirname, "../.cache/test-postgres");
  return startPostgres({ dataFolder, durable: false, database: "postgres" });
}
