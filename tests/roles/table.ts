import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Caller } from "./callers.ts";
import type { Outcome } from "./knock.ts";

const file = join(import.meta.dirname, "matrix.txt");

const legend = `# Who may do what: a column per role and bundle of scopes, a line per endpoint.
# own: about an order of the caller's own (staff: any order); other: about somebody else's.
# + let through   - refused   . let through, but there is nothing, or nothing of that order
# WRITE_MATRIX=1 npm test -- --only unit writes it anew from what the platform does; read what changed before you keep it.
`;

const headingOf = ({ name, row }: Caller) => `${name}/${row}`;

/** The table as it is kept: outcomes by endpoint, in the order of the columns. */
export const readTable = (callers: readonly Caller[]): ReadonlyMap<string, string> => {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  const [heading = "", ...rows] = lines.map((line) => line.trim().replace(/ +/g, " "));
  const columns = callers.map(headingOf).join(" ");
  if (heading !== `endpoint ${columns}`) throw new Error(`The columns of the table are not ${columns}`);
  return new Map(
    rows.map((row) => {
      const [endpoint = "", ...cells] = row.split(" ");
      return [endpoint, cells.join("")];
    }),
  );
};

/** Writes the table anew. */
export const writeTable = (callers: readonly Caller[], rows: ReadonlyMap<string, readonly Outcome[]>) => {
  const width = Math.max(...[...rows.keys()].map((endpoint) => endpoint.length));
  const headings = callers.map(headingOf);
  const lines = [...rows].map(
    ([endpoint, cells]) =>
      `${endpoint.padEnd(width)} ${cells.map((cell, column) => cell.padStart(Math.ceil(headings[column]!.length / 2)).padEnd(headings[column]!.length)).join(" ")}`,
  );
  writeFileSync(
    file,
    [
      legend,
      `${"endpoint".padEnd(width)} ${headings.join(" ")}`,
      ...lines.map((line) => line.trimEnd()),
      "",
    ].join("\n"),
  );
};
