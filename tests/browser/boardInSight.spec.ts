import { expect, type Locator, test } from "@playwright/test";
import { asPerson, mailOf, signIn } from "./people.ts";
import { type Board, board, draftOfWeek, firstVisit, openBoard, week } from "./planBoard.ts";

test.describe.configure({ mode: "serial" });
test.use({ viewport: { width: 1440, height: 900 } });

test.beforeAll(async ({ baseURL }) => {
  await draftOfWeek(baseURL!);
});

const boxOf = async (place: Locator) => (await place.boundingBox())!;

test("a message stands above the bar of what is selected, not on it", async ({ page, baseURL }) => {
  const { visit } = await firstVisit(baseURL!);
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.locator(`[data-visit="${visit.id}"]`).click();
  await page.keyboard.press("x");
  const bar = page.getByRole("group", { name: "1 gekozen" });
  await expect(bar).toBeVisible();
  await page.keyboard.press("u");
  const message = page.getByRole("status").filter({ has: page.getByRole("button", { name: "Sluiten" }) });
  await expect(message).toBeVisible();
  await expect
    .poll(async () => (await boxOf(bar)).y - ((await boxOf(message)).y + (await boxOf(message)).height))
    .toBeGreaterThan(0);
  await page.keyboard.press("ControlOrMeta+z");
});

test("a way to mend tells by its heading which days it is for, and its name can be read", async ({
  page,
  baseURL,
}) => {
  const noor = await asPerson(baseURL!, mailOf.noor);
  const { visits } = await board(baseURL!);
  const late = visits.find(({ isFirm, at }) => isFirm && at && at.on > week.monday)!;
  const what = { kind: "overrun", visitId: late.id, minutes: 60 };
  const { repairs } = await noor.post<{ repairs: { planId: string }[] }>("/plans/repairs", { what });
  const [{ planId }] = repairs as [{ planId: string }];
  await noor.post(`/plans/${planId}/take`);
  await signIn(page, mailOf.noor);
  await openBoard(page, `&plan=${planId}`);
  const { from, until } = await noor.get<{ from: string; until: string }>(`/plans/${planId}`);
  const dayText = (on: string) => `${Number(on.slice(8))} `;
  await expect(
    page.getByText(new RegExp(`^Week \\d+–\\d+ · \\S+ ${dayText(from)}.* – \\S+ ${dayText(until)}`)),
  ).toBeVisible();
  const choice = page.getByRole("combobox", { name: "Plan" });
  await expect(choice).toHaveAttribute("title", "Zo min mogelijk anders · Werk loopt uit");
  await choice.click();
  const option = page.getByRole("option", { name: "Zo min mogelijk anders · Werk loopt uit" }).first();
  await expect(option).toBeVisible();
  expect(await option.evaluate((place) => place.scrollWidth <= place.clientWidth)).toBe(true);
});

test("the head of the pool is one line, also while it is filtered", async ({ page, baseURL }) => {
  const noor = await asPerson(baseURL!, mailOf.noor);
  // A draft in which nothing was planned yet: the pool is full.
  const { id } = await noor.post<{ id: string }>("/plans", { from: week.monday, until: week.monday });
  const { visits } = await noor.get<Board>(`/plans/${id}`);
  const { customerName } = visits.find(({ at }) => at === null)!;
  await signIn(page, mailOf.noor);
  await openBoard(page, `&plan=${id}`);
  const pool = page.locator("[data-pool]");
  await pool.getByPlaceholder("Zoeken").fill(customerName);
  const head = pool.getByRole("heading", { name: /Zonder plek \d+ van \d+/ });
  await expect(head).toBeVisible();
  expect((await boxOf(head)).height).toBeLessThan(26);
  expect(await head.evaluate((place) => place.scrollWidth <= place.clientWidth)).toBe(true);
});
