import { expect, test } from "@playwright/test";
import { asPerson, mailOf, type Rows, signIn, until } from "./people.ts";
import { type Board, board, card, cell, draftOfWeek, openBoard, week } from "./planBoard.ts";

test.describe.configure({ mode: "serial" });
// Rows out of sight are not drawn; on a tall screen every crew is in sight.
test.use({ viewport: { width: 1600, height: 2400 } });

test.beforeAll(async ({ baseURL }) => {
  await draftOfWeek(baseURL!);
});

test("another planner's move appears by itself, and a move too late is told and not lost", async ({
  page,
  baseURL,
}) => {
  const office = await asPerson(baseURL!, mailOf.noor);
  const { id, days, visits } = await board(baseURL!);
  const day = days.find(({ visitIds }) => visitIds.length > 0)!;
  const visit = visits.find((each) => each.id === day.visitIds[0])!;
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await expect(card(page, visit.id)).toBeVisible();
  await office.post(`/plans/${id}/changes`, {
    moves: [{ visitId: visit.id, from: visit.at, to: null }],
  });
  await expect(page.locator("[data-pool]").locator(card(page, visit.id))).toBeVisible();
  await office.post(`/plans/${id}/undo`);
  await expect(cell(page, day.crewId).locator(card(page, visit.id))).toBeVisible();
  // A screen that hears nothing of what others do.
  const deaf = page;
  await deaf.route("**/api/v1/live", (route) => route.abort());
  await openBoard(deaf);
  await expect(card(deaf, visit.id)).toBeVisible();
  await office.post(`/plans/${id}/changes`, {
    moves: [{ visitId: visit.id, from: visit.at, to: null }],
  });
  await card(deaf, visit.id).focus();
  await deaf.keyboard.press("u");
  const told = deaf.getByRole("dialog", { name: "Intussen veranderd door iemand anders" });
  await expect(told).toContainText(`${visit.customerName}: nu zonder plek`);
  await deaf.getByRole("button", { name: "Begrepen" }).click();
  await office.post(`/plans/${id}/undo`);
});

test("what is missing in what happened is said beside the field, in the language of the screen", async ({
  page,
}) => {
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.getByRole("button", { name: "Er gebeurt iets…" }).click();
  const dialog = page.getByRole("dialog", { name: "Er gebeurt iets" });
  const submit = dialog.getByRole("button", { name: "Leg vast en zoek een oplossing" });
  await dialog.getByLabel("Van", { exact: true }).fill("");
  await submit.click();
  await expect(dialog.getByText("Kies een van de mogelijkheden")).toBeVisible();
  await expect(dialog.getByText("Vul dit in")).toBeVisible();
  await expect(dialog.getByLabel("Wie")).toBeFocused();
  await dialog.getByLabel("Wie").fill("Aart");
  await page.getByRole("option", { name: "Aart van Team 1", exact: true }).click();
  await expect(dialog.getByText("Kies een van de mogelijkheden")).toBeHidden();
  await dialog.getByLabel("Van", { exact: true }).fill("2031-03-04");
  await expect(dialog.getByText(/^Niet eerder dan .* 4 mrt 2031$/)).toBeVisible();
  await dialog.getByLabel("Er komt spoed bij").check();
  await dialog.getByLabel("Vanaf").fill("2020-03-04");
  await submit.click();
  await expect(dialog.getByText(/^Niet eerder dan /)).toBeVisible();
  await expect(dialog.getByText("Kies een van de mogelijkheden")).toBeVisible();
});

test("that a customer was away can be said once the half day has begun", async ({ page, baseURL }) => {
  const { visits } = await board(baseURL!);
  const { number, inForce } = visits.find((each) => each.inForce?.part === "afternoon")!;
  await signIn(page, mailOf.noor);
  const offered = async (clock: string) => {
    await page.clock.setFixedTime(new Date(`${inForce!.on}T${clock}+01:00`));
    await openBoard(page);
    await page.getByRole("button", { name: "Er gebeurt iets…" }).click();
    const dialog = page.getByRole("dialog", { name: "Er gebeurt iets" });
    await dialog.getByLabel("De klant was er niet").check();
    await dialog.getByLabel("Welk bezoek").fill(number);
    return page.getByRole("option", { name: number });
  };
  await expect(await offered("11:59:00")).toBeHidden();
  await expect(page.getByText("Van dit plan was er nog geen bezoek")).toBeVisible();
  await expect(await offered("12:01:00")).toBeVisible();
});

test("somebody is ill: ways out stand beside each other, and one becomes the plan on the board", async ({
  page,
  baseURL,
}) => {
  const office = await asPerson(baseURL!, mailOf.noor);
  const mended = async () => {
    const asked = `/plans?from=${week.monday}&until=${week.monday}`;
    const { rows } = await office.get<Rows<{ id: string; repair: unknown }>>(asked);
    return rows.filter(({ repair }) => repair !== null).map(({ id }) => id);
  };
  const before = await mended();
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.getByRole("button", { name: "Er gebeurt iets…" }).click();
  const dialog = page.getByRole("dialog", { name: "Er gebeurt iets" });
  await dialog.getByLabel("Wie").fill("Aart");
  await page.getByRole("option", { name: "Aart van Team 1", exact: true }).click();
  await dialog.getByLabel("Van", { exact: true }).fill(week.monday);
  await dialog.getByLabel("Tot en met").fill(week.monday);
  await dialog.getByRole("button", { name: "Leg vast en zoek een oplossing" }).click();
  const way = dialog.getByRole("article", { name: "Zo min mogelijk anders" });
  await expect(way).toContainText(/te berichten/);
  const moved = way.getByRole("listitem").filter({ hasText: /hoort|merkt/ });
  if ((await moved.count()) > 0)
    await expect(moved.first()).toContainText(/Was .+ \((ochtend|middag|hele dag)\);/);
  // What is only shown is no plan yet, also for whoever reloads meanwhile.
  expect(await mended()).toEqual(before);
  await way.getByRole("button", { name: "Open dit voorstel" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Plan" })).toHaveValue(
    "Zo min mogelijk anders · Iemand is ziek",
  );
});

/** A visit that got its first time in the publication. */
let publishedFirst = "";

test("publishing tells what changes and whom it tells, and makes the plan the one in force", async ({
  page,
  baseURL,
}) => {
  const before = await board(baseURL!);
  const planned = before.visits.find(({ at, inForce, isFirm }) => at && !inForce && !isFirm)!;
  publishedFirst = planned.id;
  await signIn(page, mailOf.noor);
  await openBoard(page, `&plan=${before.id}`);
  await page.getByRole("button", { name: "Publiceren…" }).click();
  const dialog = page.getByRole("dialog", { name: "Plan publiceren" });
  await expect(dialog).toContainText(/bezoeken krijgen een moment/);
  const news = dialog.locator("details").filter({ hasText: /horen? het moment voor het eerst/ });
  if (!(await news.getByRole("listitem").first().isVisible())) await news.locator("summary").click();
  await expect(news.getByRole("listitem").filter({ hasText: planned.customerName }).first()).toBeVisible();
  const reason = dialog.getByLabel(/^Waarom/);
  if (await reason.isVisible()) await reason.fill("De route is korter");
  const despite = dialog.getByLabel("Publiceer toch");
  if (await despite.isVisible()) await despite.check();
  await dialog.getByRole("button", { name: "Publiceren" }).click();
  await expect(page.getByText(/^Gepubliceerd: \d+ ingepland/)).toBeVisible();
  const office = await asPerson(baseURL!, mailOf.noor);
  await until("the visit is scheduled", async () => {
    const visit = await office.get<{ status: string; crewId: string }>(`/visits/${planned.id}`);
    return visit.status === "scheduled" && visit.crewId === planned.at?.crewId;
  });
});

test("a publication is taken back as a plan in which all stands as before, and a copy comes on the board as well", async ({
  page,
}) => {
  const shown = page.getByRole("combobox", { name: "Plan" });
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.getByRole("button", { name: "Plannen beheren en vergelijken…" }).click();
  const dialog = page.getByRole("dialog", { name: "Plannen van deze week" });
  await dialog
    .getByRole("button", { name: /terugdraaien$/ })
    .first()
    .click();
  await expect(shown).toHaveValue(/^Terug naar vóór/);
  await expect(page.getByText(/terug in dit plan/)).toBeVisible();
  await expect(page.locator("[data-pool]").locator(card(page, publishedFirst))).toBeVisible();
  await page.getByRole("button", { name: "Plannen beheren en vergelijken…" }).click();
  await dialog.getByRole("button", { name: "Kopie" }).first().click();
  await expect(shown).toHaveValue(/\(kopie\)$/);
});

test("whoever publishes reads first which visits go to the pool because their crew has nobody", async ({
  page,
  baseURL,
}) => {
  const office = await asPerson(baseURL!, mailOf.noor);
  const period = { from: week.monday, until: week.monday };
  const { id } = await office.post<{ id: string }>("/plans", { ...period, name: "Na de ziekmelding" });
  const { days, visits } = await office.get<Board>(`/plans/${id}`);
  const crew = days.find(({ visitIds }) => visitIds.length > 0)!;
  for (const { id: mechanicId } of crew.members)
    await office.post("/plans/repairs", { what: { kind: "ill", mechanicId, ...period } });
  const { rows } = await office.get<Rows<{ id: string; changes: number }>>(
    `/plans?from=${period.from}&until=${period.until}`,
  );
  expect(rows.find((row) => row.id === id)!.changes).toBeGreaterThanOrEqual(crew.visitIds.length);
  await signIn(page, mailOf.noor);
  await openBoard(page, `&plan=${id}`);
  await page.getByRole("button", { name: "Publiceren…" }).click();
  const dialog = page.getByRole("dialog", { name: "Plan publiceren" });
  const out = dialog.getByRole("listitem").filter({ hasText: `${crew.name} heeft` });
  await expect(out).toContainText("niemand");
  const customer = visits.find((visit) => visit.id === crew.visitIds[0])!.customerName;
  await expect(out).toContainText(customer);

  // Well again, for what other tests do with this crew.
  const { rows: absences } = await office.get<Rows<{ id: string; mechanicId: string }>>(
    `/absences?from=${period.from}&until=${period.until}`,
  );
  for (const { id: absenceId, mechanicId } of absences)
    if (crew.members.some((member) => member.id === mechanicId))
      await office.post(`/absences/${absenceId}/decide`, { approval: "cancelled" });
});
