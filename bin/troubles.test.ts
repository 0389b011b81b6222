import { describe, expect, test } from "vitest";
import { SetupProblem } from "./setupProblem.ts";
import { sentenceFor } from "./troubles.ts";

const withCode = (message: string, code: string, more = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe("what went wrong at the start", () => {
  test.each([
    ["a problem of the set-up", new SetupProblem("Port 3000 is taken."), "Port 3000 is taken."],
    ["a full disk", withCode("no space left", "ENOSPC"), "The disk is full: no space left"],
    [
      "a disk that is full for PostgreSQL",
      withCode("could not extend file", "53100"),
      "The disk is full: could not extend file",
    ],
    [
      "a disk that is full in the middle of a migration",
      new Error("Migration 0001 failed", { cause: withCode("could not extend file", "53100") }),
      "The disk is full: could not extend file",
    ],
    [
      "a user of the database without rights",
      withCode("permission denied for schema public", "42501"),
      "The database does not let its user make what the platform needs: permission denied for schema public",
    ],
    [
      "a database that is a copy of another",
      withCode("cannot execute CREATE TABLE in a read-only transaction", "25006"),
      "The database cannot be written to, such as a standby: cannot execute CREATE TABLE in a read-only transaction",
    ],
    [
      "a port of the system",
      withCode("denied", "EACCES", { port: 80 }),
      "Port 80 needs more rights: name a PORT above 1023.",
    ],
  ])("is one line for %s", (_, problem, sentence) => {
    expect(sentenceFor(problem)).toBe(sentence);
  });

  test("keeps its stack when nobody foresaw it", () => {
    expect(sentenceFor(new Error("odd", { cause: new TypeError("odder") }))).toBeUndefined();
  });
});
