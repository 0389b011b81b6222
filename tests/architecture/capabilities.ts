import { readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** `src/capabilities.json`: which capabilities each one may lean on; all lean on `platform`. */
export type Capabilities = Record<string, string[]>;

export const capabilities = JSON.parse(
  readFileSync(join(root, "src/capabilities.json"), "utf8"),
) as Capabilities;

/** Everything `name` may use of the house: itself, the ground floor, and what the list names. */
export function mayUse(map: Capabilities, name: string): string[] {
  return [...new Set([name, "platform", ...(map[name] ?? [])])];
}
