import { type RawBuilder, sql } from "kysely";
import type { JsonValue } from "./tables.generated.ts";

/** A value for a `jsonb` column; arrays and objects alike. */
export const json = (value: unknown): RawBuilder<JsonValue> => sql`${JSON.stringify(value ?? null)}::jsonb`;
