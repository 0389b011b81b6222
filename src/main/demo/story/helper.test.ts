import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSettings } from "../../settings.ts";
import type { Step } from "./agenda.ts";
import { Helper } from "./helper.ts";
import { planOrders, type Telling } from "./telling.ts";

const home = mkdtempSync(join(tmpdir(), "chargecars-test-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const settings = readSettings(home, 3000, { APP_SECRET: "secret of the tests" });
const telling: Omit<Telling, "share"> = {
  facts: { partnerIds: new Map(), articleIds: new Map(), userIds: new Map() },
  leaders: new Map(),
  orders: 30,
  today: "2026-11-20",
  from: "2026-07-27T04:00:00.000Z",
  end: "2026-11-20T22:00:00.000Z",
};

const plannedBy = (share: Telling["share"]) => {
  const planned: string[] = [];
  const stage = {
    begins: (moment: string, index: number) => void planned.push(`${moment} new ${index}`),
    at: (moment: string, about: string) => void planned.push(`${moment} ${about}`),
  };
  planOrders({} as never, stage as never, { ...telling, share });
  return planned;
};

test("two who tell the story have each their own orders, and together all of them", () => {
  const [one, other] = [plannedBy({ part: 0, of: 2 }), plannedBy({ part: 1, of: 2 })];
  expect(Math.min(one.length, other.length)).toBeGreaterThan(10);
  expect([...one, ...other].toSorted()).toEqual(plannedBy({ part: 0, of: 1 }).toSorted());
});

test("a step that fails with the helper fails in the agenda of all", { timeout: 60_000 }, async () => {
  const helper = new Helper({ databaseUrl: "postgres://nobody@127.0.0.1:1/nothing", settings });
  const steps: Step[] = [];
  await helper.tell({ ...telling, share: { part: 1, of: 2 } }, { plan: (step) => void steps.push(step) });
  expect(steps.map(({ at, about }) => `${at} ${about}`)).toEqual(plannedBy({ part: 1, of: 2 }));
  await expect(steps[0]!.run(() => undefined)).rejects.toThrow(/ECONNREFUSED|no such|Cannot read/i);
  await helper.close();
});
