import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, type Locator, type Page } from "@playwright/test";
import { asPerson, mailOf, type Rows, until } from "./people.ts";
import { databaseFile, homeOfPlatform } from "./platformHome.ts";

export interface Board {
  id: string;
  days: {
    crewId: string;
    name: string;
    on: string;
    vanId: string;
    visitIds: string[];
    members: { id: string; name: string; firstName: string }[];
    crewInForce: { members: string[]; van: string } | null;
  }[];
  visits: {
    id: string;
    number: string;
    customerName: string;
    isFirm: boolean;
    inForce: { on: string; part: string } | null;
    at: { crewId: string; on: string; part: string; start: number; isPinned: boolean } | null;
  }[];
}

/** The week that is planned and the plan it is planned in, once they are known. */
export const week = { monday: "", planId: "" };

/** A coming week with visits that wait, as `manage demo --planning` makes it; made once, whichever tests of the board come first. */
export const seedWeek = async (baseURL: string) => {
  const home = homeOfPlatform();
  const note = join(home, "week-of-the-board");
  if (existsSync(note)) return readFileSync(note, "utf8");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["bin/manage.mjs", "demo", "--planning", "30x5"],
    {
      env: {
        ...process.env,
        CHARGECARS_HOME: home,
        PORT: new URL(baseURL).port,
        DATABASE_URL: readFileSync(databaseFile(home), "utf8"),
      },
    },
  );
  const monday = /\d{4}-\d\d-\d\d/.exec(stdout)![0];
  writeFileSync(note, monday);
  return monday;
};

/** A draft of that week with what the optimiser finds in two seconds. */
export const draftOfWeek = async (baseURL: string) => {
  week.monday = await seedWeek(baseURL);
  const friday = new Date(Date.parse(week.monday) + 4 * 86_400_000).toISOString().slice(0, 10);
  const noor = await asPerson(baseURL, mailOf.noor);
  const { id } = await noor.post<{ id: string }>("/plans", { from: week.monday, until: friday });
  const run = await noor.post<{ id: string }>(`/plans/${id}/optimise`, { scope: "rest", seconds: 2 });
  await until("the draft is filled", async () => {
    const { status } = await noor.get<{ status: string }>(`/plan-runs/${run.id}`);
    return status !== "running" && status !== "waiting";
  });
  week.planId = id;
};

/** Opens the board of the week, with the draft these tests have of it. */
export const openBoard = async (page: Page, rest = "") => {
  const plan = week.planId && !rest.includes("&plan=") ? `&plan=${week.planId}` : "";
  await page.goto(`/planning/board?week=${week.monday}${plan}${rest}`);
  await expect(page.getByRole("button", { name: "Optimaliseren" })).toBeVisible({ timeout: 30_000 });
};

/** The plan as the server has it. */
export const board = async (baseURL: string): Promise<Board> => {
  const noor = await asPerson(baseURL, mailOf.noor);
  // The first draft is the one the optimiser filled; proposals come after it.
  const { rows } = await noor.get<Rows<{ id: string }>>(`/plans?from=${week.monday}&until=${week.monday}`);
  week.planId ||= rows[0]!.id;
  return noor.get<Board>(`/plans/${week.planId}`);
};

/** The first crew's day of the plan on which somebody is visited, and that visit. */
export const firstVisit = async (baseURL: string) => {
  const { days, visits } = await board(baseURL);
  const from = days.find(({ visitIds }) => visitIds.length > 0)!;
  return { days, from, visit: visits.find(({ id }) => id === from.visitIds[0])! };
};

/** Drags one thing onto another with the mouse. */
export const drag = async (page: Page, from: Locator, to: Locator) => {
  await from.scrollIntoViewIfNeeded();
  await from.hover();
  await page.mouse.down();
  await to.hover({ position: { x: 30, y: 60 } });
  await to.hover({ position: { x: 34, y: 62 } });
  await page.mouse.up();
};

export const cell = (page: Page, crewId: string) => page.locator(`[data-crew="${crewId}"]`);
export const card = (page: Page, visitId: string) => page.locator(`[data-visit="${visitId}"]`);
