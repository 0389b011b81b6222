import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stepNames } from "./check/steps.ts";

/** Every command of ours: the small scripts that hand over to a program. */
const commands = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith(".mjs") && name !== "handOver.mjs" && name !== "help.mjs",
);

const run = (command: string, ...words: string[]) => {
  const file = join(import.meta.dirname, command);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, stdout, stderr };
};

describe("a command", () => {
  const asked = commands.flatMap((command) => ["--help", "-h"].map((word) => [command, word] as const));
  test.each(asked)("%s teaches with %s how it is used, and does nothing else", (command, word) => {
    const { status, stdout, stderr } = run(command, word);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/npm (start|test|run )/);
  });

  test("names the steps of the tests", () => {
    const { stdout } = run("test.mjs", "--help");
    for (const name of stepNames) expect(stdout).toContain(name);
  });

  test.each([["--hlep"], ["unit"], ["--only"], ["--only", "units"], ["--only", "unit", "walls"]])(
    "that tests runs nothing for %s %s %s, and says what it takes",
    (...words) => {
      const { status, stderr } = run("test.mjs", ...words);
      expect(status).toBe(2);
      expect(stderr).toContain("--only takes one or more of");
    },
  );
});
