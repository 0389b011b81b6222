import { expect, type Locator, test } from "@playwright/test";
import { mailOf, signIn } from "./people.ts";
import { draftOfWeek, firstVisit, openBoard } from "./planBoard.ts";

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
