import { expect, test } from "@playwright/test";
import { asPerson, mailOf, newPage, phone, type Rows, signIn, until } from "./people.ts";

interface FieldDay {
  after: string;
  crew: { name: string } | null;
  stops: { visitId: string; workOrderId: string | null; plannedStart: string }[];
}
interface Week {
  crews: { id: string; name: string }[];
}

/** Sam's last job on the next day the crew goes out, which is Monday when it is Friday; one is planned when there is none. */
const lastJobOfNextDay = async (baseURL: string) => {
  const sam = await asPerson(baseURL, mailOf.sam);
  const noor = await asPerson(baseURL, mailOf.noor);
  const { after } = await sam.get<FieldDay>("/field/day");
  const { crews } = await noor.get<Week>(`/planning/week?from=${after}&until=${after}`);
  const dayOfSam = () => sam.get<FieldDay>(`/field/day?on=${after}`);
  const { crew } = await dayOfSam();
  const { id: crewId } = crews.find(({ name }) => name === crew!.name)!;
  const lastStop = async () => (await dayOfSam()).stops.at(-1);
  if (!(await lastStop())) {
    const { rows } = await noor.get<Rows<{ id: string }>>("/visits?status=scheduled&limit=1");
    const plan = { crewId, startsAt: "13:00", part: "full_day", despite: true, reason: "Test" };
    await noor.post(`/visits/${rows[0]!.id}/plan`, plan);
  }
  const stop = await until("work order", async () => {
    const last = await lastStop();
    return last?.workOrderId ? last : undefined;
  });
  return { ...stop, crewId };
};

const clock = new Intl.DateTimeFormat("nl-NL", { timeStyle: "short", timeZone: "Europe/Amsterdam" });

test("a mechanic sees the next day the crew goes out and what planning changes in it, and is warned before beginning too early", async ({
  browser,
  baseURL,
}) => {
  const { workOrderId, visitId, crewId, plannedStart } = await lastJobOfNextDay(baseURL!);
  const page = await newPage(browser, { ...phone, baseURL: baseURL!, locale: "nl-NL" });
  await signIn(page, mailOf.sam, "/field");
  await page.getByRole("radiogroup", { name: "Welke dag?" }).locator("label").last().click();
  await expect(page.locator(`a[href$="/jobs/${workOrderId}"]`).first()).toBeVisible();

  // Planning moves it while the day is being looked at.
  const noor = await asPerson(baseURL!, mailOf.noor);
  const later = clock.format(Date.parse(plannedStart) + 20 * 60_000);
  const plan = { crewId, startsAt: later, part: "full_day", despite: true };
  await noor.post(`/visits/${visitId}/plan`, { ...plan, reason: "Test" });
  await expect(page.getByText("De planning heeft deze dag zojuist veranderd.")).toBeVisible();
  await expect(page.locator("li").filter({ hasText: later })).toBeVisible();
  await page.goto(`/field/jobs/${workOrderId}`);
  await expect(page.getByText(/Deze klus staat op /)).toBeVisible();
  await page.context().close();
});
