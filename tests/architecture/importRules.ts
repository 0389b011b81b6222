import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import { type Capabilities, mayUse } from "./capabilities.ts";

const contract = "^src/.+/contract\\.ts$|^src/platform/contract/index\\.ts$";
/** Documents have a door of their own: their renderer is heavy, and few need it. */
const frontDoor = `^src/[^/]+/index\\.ts$|^src/platform/pdf/index\\.ts$|${contract}`;
const testDoor = "^src/[^/]+/testing\\.ts$|^src/platform/testing/index\\.ts$";
const testFile = "\\.test\\.tsx?$|/(testing|testHouse)\\.ts$|^src/platform/testing/|^tests/|^bench/";
/** What the browser reads too; it must not lead to Node, to packages other than zod, or through a server's door. */
const shared = "/contract\\.ts$|Status\\.ts$|^src/platform/contract/";
const serverOnly = "^(?!src/|node_modules/zod/)|^src/[^/]+/index\\.ts$";

function rules(map: Capabilities): IFlattenedRuleSet {
  const names = Object.keys(map);
  return {
    forbidden: [
      ...names.map((name) => ({
        name: `${name}-leans-on-what-the-list-names`,
        severity: "error" as const,
        from: { path: `^src/${name}/` },
        to: { path: "^src/[^/]+/", pathNot: `^src/(${mayUse(map, name).join("|")})/` },
      })),
      {
        name: "a-capability-is-in-the-list",
        severity: "error",
        from: { path: "^src/[^/]+/", pathNot: `^src/(${names.join("|")})/` },
        to: {},
      },
      {
        name: "enter-by-the-front-door",
        severity: "error",
        from: { path: "^src/([^/]+)/" },
        to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", frontDoor, testDoor] },
      },
      {
        name: "visitors-enter-by-the-front-door",
        severity: "error",
        from: { path: "^(tests|bench)/" },
        to: { path: "^src/[^/]+/", pathNot: [frontDoor, testDoor, "^src/main/"] },
      },
      {
        name: "test-builders-are-for-tests",
        severity: "error",
        from: { path: "^(src|web|bin)/", pathNot: testFile },
        to: { path: `${testDoor}|^tests/` },
      },
      {
        name: "the-server-knows-no-screens",
        severity: "error",
        from: { path: "^src/" },
        to: { path: "^(web|bin|bench)/" },
      },
      {
        name: "the-browser-reads-contracts-only",
        severity: "error",
        from: { path: "^web/" },
        to: { path: "^(src|bin|bench)/", pathNot: contract },
      },
      {
        name: "contracts-are-safe-in-a-browser",
        severity: "error",
        from: { path: shared, pathNot: "\\.test\\.ts$" },
        to: { reachable: true, path: serverOnly },
      },
      { name: "an-import-leads-somewhere", severity: "error", from: {}, to: { couldNotResolve: true } },
    ],
  };
}

export type Breach = { rule: string; from: string; to: string };

/** Follows every import below `folder` and tells which ones go through a wall. */
export async function breachesIn(folder: string, map: Capabilities, parts: string[]) {
  const { output } = await cruise(
    parts,
    {
      baseDir: folder,
      ruleSet: rules(map),
      validate: true,
      parser: "swc",
      doNotFollow: { path: "node_modules" },
      exclude: { path: ["\\.(css|svg|png|webp|woff2)$", "[?](url|worker)"] },
      combinedDependencies: true,
    },
    {
      conditionNames: ["import", "node", "default", "types"],
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  );
  const { modules, summary } = output as ICruiseResult;
  const breaches = summary.violations.map(({ rule, from, to }): Breach => ({ rule: rule.name, from, to }));
  return { breaches, modules: modules.map(({ source }) => source) };
}
