import { Cli } from "kysely-codegen";

/** Where the types of the tables stand. */
export const tableTypesFile = "src/platform/database/tables.generated.ts";

/** The types of all tables of a migrated database, as `tables.generated.ts` should have them. */
export function tableTypes(url: string): Promise<string> {
  return new Cli().generate({
    url,
    dialect: "postgres",
    camelCase: true,
    logLevel: "silent",
    outFile: null,
    // As our driver reads them: moments and days as text, whole and decimal numbers as numbers.
    typeMapping: { timestamptz: "string", date: "string", int8: "number", numeric: "number" },
  });
}
