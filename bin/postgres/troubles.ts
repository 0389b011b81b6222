import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { SetupProblem } from "../setupProblem.ts";
import type { Place } from "./place.ts";

const troubles: [sign: RegExp, sentence: string][] = [
  [/no space left on device|disk quota exceeded/i, "The disk is full"],
  [/could not bind|address already in use/i, "The port was taken at the last moment; start again"],
  [/invalid locale|locale .*(not|unusable)/i, "PostgreSQL does not accept the locale of this machine"],
  [
    /incompatible with server|was initialized by PostgreSQL/i,
    "The data was made by another version of PostgreSQL",
  ],
  [/error while loading shared libraries/i, "A library PostgreSQL needs is missing"],
  [/could not (create shared memory|map anonymous)|cannot allocate memory/i, "There is too little memory"],
  [/permission denied|wrong ownership|invalid permissions/i, "The data folder belongs to another account"],
  [/cannot be run as root/i, "PostgreSQL may not run as root"],
];

/** The one line a person needs, made from what PostgreSQL printed before it gave up. */
export function troubleFrom(printed: string, { folder }: Pick<Place, "folder">): SetupProblem {
  const lines = printed.split("\n").map((line) => line.trim());
  const [sign, sentence] = troubles.find(([known]) => known.test(printed)) ?? [
    /error|fatal|panic/i,
    "PostgreSQL does not start",
  ];
  const telling = lines.findLast((line) => sign.test(line)) ?? lines.findLast(Boolean) ?? "it said nothing";
  return new SetupProblem(`${sentence} (data in ${folder}): ${telling}`);
}

/** The trouble of a server that broke down while it ran, from what it wrote since; undefined when it did not. */
export function collapseIn(log: string, place: Pick<Place, "folder">): SetupProblem | undefined {
  return /\bPANIC:/.test(log) ? troubleFrom(log, place) : undefined;
}

/** True for problems that do not lie in the data, so making the data again would not help. */
export function isOutsideTheData(problem: unknown): boolean {
  return problem instanceof SetupProblem && /disk is full|port|library|memory|account/i.test(problem.message);
}

/** How long the log is now; hand it to `logSince` to read only what came later. */
export function logLength({ log }: Pick<Place, "log">): number {
  return existsSync(log) ? statSync(log).size : 0;
}

/** What PostgreSQL wrote to its log after `from`, at most the last 16 kB. */
export function logSince({ log }: Pick<Place, "log">, from: number): string {
  const end = logLength({ log });
  const start = Math.max(from, end - 16_384);
  if (end <= start) return "";
  const text = Buffer.alloc(end - start);
  const file = openSync(log, "r");
  readSync(file, text, 0, text.length, start);
  closeSync(file);
  return text.toString("utf8");
}
