import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#platform/testing";
import { manage } from "../src/main/manage.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** What a command answers to somebody who got it wrong. */
const runs = async (...args: string[]) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const databaseUrl = async () => database.url;
  const code = await manage(args, {
    home: tmpdir(),
    databaseUrl,
    stopServer: async () => {},
    embedded: undefined,
  });
  const said = [...log.mock.calls, ...error.mock.calls].join("\n");
  vi.restoreAllMocks();
  return { code, said };
};

describe("a command that was called wrongly", () => {
  test("says all that is missing", async () => {
    expect(await runs("user", "add")).toEqual({ code: 2, said: "--email and --name are needed" });
    expect(await runs("restore")).toEqual({ code: 2, said: "--from is needed" });
  });

  test("adds nobody without a mail address, with a role or rights that do not exist, or twice", async () => {
    const wrong = ["--email", "geen adres", "--name", "Kees", "--role", "baas", "--scope", "alles"];
    const { code, said } = await runs("user", "add", ...wrong, "--password", "kort");
    expect(code).toBe(2);
    expect(said).toMatch(/--email: .*\n--role is one of .*\n--scope "alles": .*\n--password needs/);
    const kees = ["user", "add", "--email", "Kees@example.com", "--name", "Kees"];
    expect(await runs(...kees)).toMatchObject({ code: 0 });
    expect(await runs(...kees)).toEqual({ code: 2, said: "kees@example.com has an account already." });
  });

  test("does not choose between two things it was asked", async () => {
    const both = await runs("demo", "--scale", "1", "--planning", "300x25");
    expect(both).toEqual({ code: 2, said: "--scale or --planning, not both" });
  });
});
