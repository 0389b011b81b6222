import { expect, test } from "@playwright/test";
import { asPerson, mailOf, newPage, phone, signIn } from "./people.ts";
import { board, card, cell, draftOfWeek, drag, openBoard, week } from "./planBoard.ts";

test.describe.configure({ mode: "serial" });
// Rows out of sight are not drawn; on a tall screen every crew is in sight.
test.use({ viewport: { width: 1600, height: 2400 } });

test.beforeAll(async ({ baseURL }) => {
  await draftOfWeek(baseURL!);
});

test("a mechanic goes with another crew and two crews change vans, in the draft only, and it is taken back", async ({
  page,
  baseURL,
}) => {
  const { days } = await board(baseURL!);
  const ofDay = days.filter(({ on, members }) => on === days[0]!.on && members.length === 2);
  const [from, to] = ofDay;
  const person = from!.members[1]!;
  await signIn(page, mailOf.noor);
  await openBoard(page);
  const inCrew = (crewId: string) => cell(page, crewId).locator(`[data-person="${person.id}"]`);
  await drag(page, inCrew(from!.crewId), cell(page, to!.crewId));
  await expect(inCrew(to!.crewId)).toBeVisible();
  await expect(page.getByText(`${person.name} gaat naar ${to!.name}`)).toBeVisible();
  const van = (crewId: string) => cell(page, crewId).locator("[data-van]");
  await drag(page, van(from!.crewId), cell(page, to!.crewId));
  await expect(van(to!.crewId)).toHaveAttribute("data-van", from!.vanId);
  await page.getByRole("button", { name: "Kaart en cijfers" }).click();
  await page.getByRole("tab", { name: "Score" }).click();
  await expect(page.getByRole("heading", { name: "2 ploegen zijn anders dan nu" })).toBeVisible();
  const crewsInForce = async () => (await board(baseURL!)).days.filter(({ crewInForce }) => crewInForce);
  await expect.poll(async () => (await crewsInForce()).length).toBe(2);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(inCrew(from!.crewId)).toBeVisible();
  await expect(van(from!.crewId)).toHaveAttribute("data-van", from!.vanId);
  await expect.poll(async () => (await crewsInForce()).length).toBe(0);
});

test("in the week somebody goes with another crew by the keyboard alone", async ({ page, baseURL }) => {
  const { days } = await board(baseURL!);
  const from = days.find(({ visitIds, members }) => visitIds.length > 0 && members.length === 2)!;
  const [first, second] = from.members;
  const to = days.find(
    ({ on, crewId, members }) => on === from.on && crewId !== from.crewId && members.length < 3,
  )!;
  const inCrew = (crewId: string, id: string) => cell(page, crewId).locator(`[data-person="${id}"]`);
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await card(page, from.visitIds[0]!).focus();
  await page.keyboard.press("c");
  await expect(inCrew(from.crewId, first!.id)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(inCrew(from.crewId, first!.id)).not.toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(inCrew(from.crewId, second!.id)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: `${to.name} ·` }).focus();
  await page.keyboard.press("Enter");
  await expect(inCrew(to.crewId, second!.id)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(inCrew(from.crewId, second!.id)).toBeVisible();
});

test("a crew is made in the draft, gets somebody on a phone, and goes away again", async ({
  page,
  browser,
  baseURL,
}) => {
  const { days } = await board(baseURL!);
  await signIn(page, mailOf.noor);
  await openBoard(page, `&view=day&day=${days[0]!.on}`);
  await page.getByRole("button", { name: "Nieuwe ploeg" }).click();
  const dialog = page.getByRole("dialog", { name: "Nieuwe ploeg" });
  const make = dialog.getByRole("button", { name: "Nieuwe ploeg" });
  await dialog.getByRole("textbox", { name: "Naam" }).fill(days[0]!.name);
  await make.click();
  await expect(dialog).toContainText("Er is die dag al een ploeg met deze naam.");
  await dialog.getByRole("textbox", { name: "Naam" }).fill("Ploeg extra");
  await dialog.getByRole("combobox", { name: "Bus" }).click();
  await page.getByRole("option").first().click();
  await make.click();
  await expect(page.getByText("Ploeg extra nieuw")).toBeVisible();
  const mobile = await newPage(browser, { ...phone, baseURL: baseURL!, locale: "nl-NL" });
  await signIn(mobile, mailOf.noor);
  await openBoard(mobile, `&view=day&day=${days[0]!.on}`);
  await mobile.getByRole("button", { name: "Ploeg wijzigen: Ploeg extra" }).click();
  const sheet = mobile.getByRole("dialog", { name: /^Ploeg extra/ });
  await sheet.getByRole("combobox", { name: "Iemand erbij" }).click();
  await mobile.getByRole("option").first().click();
  await expect(sheet.getByRole("listitem")).toHaveCount(1);
  const members = async () =>
    (await board(baseURL!)).days.find(({ name }) => name === "Ploeg extra")?.members;
  await expect.poll(members).toHaveLength(1);
  await sheet.getByRole("button", { name: "Deze ploeg toch niet" }).click();
  await expect(page.getByText("Ploeg extra nieuw")).toBeHidden();
  await expect.poll(members).toBeUndefined();
});

test("who was put on another crew meanwhile is named, and cannot be published on both", async ({
  page,
  baseURL,
}) => {
  const { days } = await board(baseURL!);
  const ofDay = days.filter(({ on, members }) => on === days[0]!.on && members.length < 3);
  const [from, to, other] = ofDay.toSorted((a, b) => b.members.length - a.members.length);
  const person = from!.members[1]!;
  const noor = await asPerson(baseURL!, mailOf.noor);
  const assign = (crewId: string) =>
    noor.post("/planning/assign", { mechanicId: person.id, on: from!.on, crewId, despite: true });
  await noor.post(`/plans/${week.planId}/crews`, {
    move: { kind: "person", mechanicId: person.id, fromCrewId: from!.crewId, toCrewId: to!.crewId },
  });
  await assign(other!.crewId);
  await signIn(page, mailOf.noor);
  await openBoard(page);
  await page.getByRole("button", { name: "Publiceren…" }).click();
  const dialog = page.getByRole("dialog", { name: "Plan publiceren" });
  await expect(dialog.getByText(`${person.name} is dan al bij een andere ploeg`)).toBeVisible();
  await expect(dialog.getByText(/^Wie of wat op één dag bij twee ploegen staat/)).toBeVisible();
  await expect(dialog.getByLabel("Publiceer toch")).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Publiceren" })).toBeDisabled();
  await assign(from!.crewId);
  await noor.post(`/plans/${week.planId}/undo`);
});
