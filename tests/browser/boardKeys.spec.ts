import { expect, type Page, test } from "@playwright/test";
import { asPerson, mailOf, signIn } from "./people.ts";
import { board, draftOfWeek, openBoard, week } from "./planBoard.ts";

test.describe.configure({ mode: "serial" });

test.beforeAll(({ baseURL }) => draftOfWeek(baseURL!));

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const planChoice = (page: Page) => page.getByRole("combobox", { name: "Plan" });

test("the keys stay at the optimiser's button while it is at work, which is said once", async ({ page }) => {
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await button(page, "Optimaliseren").focus();
  await page.keyboard.press("Enter");
  await page.getByText("5 s", { exact: true }).click();
  await page.getByRole("menuitem", { name: "Alles" }).press("Enter");
  const running = page.getByRole("status").filter({ hasText: "optimaliseert" });
  await expect(running).toHaveText("Noor de Planner optimaliseert");
  await expect(button(page, "Optimaliseren")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Alles" })).toBeHidden();
  await expect(page.getByText(/^Klaar:/)).toBeVisible({ timeout: 30_000 });
  await expect(button(page, "Optimaliseren")).toBeFocused();
});

test("the keys stay with whoever goes through weeks and plans", async ({ page }) => {
  await signIn(page, mailOf.noor);
  await openBoard(page);
  for (const way of ["Volgende week", "Vorige week"]) {
    const was = page.url();
    await button(page, way).focus();
    await page.keyboard.press("Enter");
    await expect(page).not.toHaveURL(was);
    await expect(button(page, way)).toBeFocused({ timeout: 20_000 });
  }
});

test("somebody is ill: the keys go from the form to the ways out, which begin at what is in force, and to the plan that was taken", async ({
  page,
}) => {
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await button(page, "Er gebeurt iets…").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Er gebeurt iets" });
  await expect(dialog.getByLabel("Iemand is ziek")).toBeFocused();
  await dialog.getByLabel("Wie").fill("Aart");
  await page.getByRole("option", { name: "Aart van Team 1", exact: true }).click();
  await dialog.getByLabel("Van", { exact: true }).fill(week.monday);
  await dialog.getByLabel("Tot en met").fill(week.monday);
  await dialog.getByRole("button", { name: "Leg vast en zoek een oplossing" }).press("Enter");
  const found = dialog.getByRole("group", { name: /oplossingen? gevonden$/ });
  await expect(found.getByRole("article").first()).toBeFocused();
  await expect(dialog).toContainText(/staan \d+ bezoeken anders dan nu geldt/);
  await dialog.getByRole("button", { name: "Iets anders" }).press("Enter");
  await expect(dialog.getByLabel("Iemand is ziek")).toBeFocused();
  await dialog.getByLabel("Een bus staat stil").check();
  await dialog.getByLabel("Welke bus").click();
  await page.getByRole("option").last().click();
  await dialog.getByRole("button", { name: "Leg vast en zoek een oplossing" }).press("Enter");
  await dialog.getByRole("button", { name: "Open dit voorstel" }).first().press("Enter");
  await expect(planChoice(page)).toHaveValue(/· Een bus staat stil$/);
  await expect(planChoice(page)).toBeFocused();
});

/** A plan in which one visit gets the place it has in the draft of the week, so that all others still wait. */
const planWithOneVisit = async (baseURL: string) => {
  const noor = await asPerson(baseURL, mailOf.noor);
  const { visits } = await board(baseURL);
  const { id: visitId, at } = visits.find(({ at, inForce }) => at?.on === week.monday && !inForce)!;
  const { id } = await noor.post<{ id: string }>("/plans", { from: week.monday, until: week.monday });
  await noor.post(`/plans/${id}/changes`, { moves: [{ visitId, from: null, to: at }] });
  return id;
};

test("the keys begin in the dialog that publishes, at what is still to be done, and go on to the plan that comes", async ({
  page,
  baseURL,
}) => {
  await signIn(page, mailOf.noor);
  await openBoard(page, `&plan=${await planWithOneVisit(baseURL!)}`);
  await button(page, "Publiceren…").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Plan publiceren" });
  const reason = dialog.getByLabel(/^Waarom/);
  const despite = dialog.getByLabel("Publiceer toch");
  const submit = dialog.getByRole("button", { name: "Publiceren" });
  await expect(submit).toBeVisible();
  const hasReason = await reason.isVisible();
  const mustInsist = await despite.isVisible();
  await expect(hasReason ? reason : mustInsist ? despite : submit).toBeFocused();
  if (hasReason) await reason.fill("Een monteur is ziek");
  if (mustInsist) await despite.check();
  await submit.press("Enter");
  await expect(page.getByText(/^Gepubliceerd: \d+/)).toBeVisible();
  await expect(planChoice(page)).toBeFocused();
});
