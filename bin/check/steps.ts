import { buildWeb } from "../buildWeb.ts";
import { findChromium } from "./chromium.ts";

export type Step = {
  name: string;
  title: string;
  /** A program of an installed package and its words, run by the Node we run on. */
  command?: string[];
  before?: () => void | Promise<void>;
  /** Where the step leaves its count of tests. */
  results?: string;
};

const reports = ".cache/test-results";
const program = (path: string) => `node_modules/${path}`;

function vitest(name: string, ...words: string[]): Pick<Step, "name" | "command" | "results"> {
  const results = `${reports}/${name}.json`;
  const command = [program("vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json"];
  return { name, results, command: [...command, `--outputFile.json=${results}`, ...words] };
}

/** What `npm test` does, cheap first. */
export const steps: Step[] = [
  { name: "format", title: "Format", command: [program("@biomejs/biome/bin/biome"), "check", "."] },
  { name: "lint", title: "Lint", command: [program("oxlint/bin/oxlint"), "--type-aware"] },
  { name: "types", title: "Types", command: [program("typescript/bin/tsc"), "-p", "."] },
  { title: "Walls: who leans on whom", ...vitest("walls", "tests/architecture") },
  { title: "Unit and database tests", ...vitest("unit", "--exclude=tests/architecture/**") },
  { name: "web", title: "Build of the screens", before: buildWeb },
  {
    name: "browser",
    title: "Browser tests",
    before: async () => {
      process.env.CHROMIUM_PATH = findChromium();
      await buildWeb();
    },
    command: [program("@playwright/test/cli.js"), "test"],
    results: `${reports}/browser.json`,
  },
];

export const stepNames = steps.map(({ name }) => name);
