import { expect, test } from "@playwright/test";
import { asPerson, mailOf, newPage, phone, type Rows, signIn, until } from "./people.ts";

interface FieldDay {
  after: string;
  stops: { visitId: string; workOrderId: string | null }[];
}
interface Week {
  crews: { id: string; on: string; members: { name: string }[] }[];
}

/** A job of Sam's on the next day the crew goes out, which is Monday when it is Friday. */
const jobOfNextDay = async (baseURL: string) => {
  const sam = await asPerson(baseURL, mailOf.sam);
  const noor = await asPerson(baseURL, mailOf.noor);
  const { after } = await sam.get<FieldDay>("/field/day");
  const { crews } = await noor.get<Week>(`/planning/week?from=${after}&until=${after}`);
  const crew = crews.find(({ members }) => members.some(({ name }) => name.startsWith("Sam")))!;
  const { rows } = await noor.get<Rows<{ id: string }>>("/visits?status=scheduled&limit=1");
  const plan = { crewId: crew.id, startsAt: "16:30", part: "full_day", despite: true, reason: "Test" };
  await noor.post(`/visits/${rows[0]!.id}/plan`, plan);
  return until("work order", async () => {
    const { stops } = await sam.get<FieldDay>(`/field/day?on=${after}`);
    return stops.find(({ visitId }) => visitId === rows[0]!.id)?.workOrderId;
  });
};

test("a mechanic sees the next day the crew goes out and what planning changes in it, and is warned before beginning too early", async ({
  browser,
  baseURL,
}) => {
  const workOrderId = await jobOfNextDay(baseURL!);
  const page = await newPage(browser, { ...phone, baseURL: baseURL!, locale: "nl-NL" });
  await signIn(page, mailOf.sam, "/field");
  await page.getByRole("radiogroup", { name: "Welke dag?" }).locator("label").last().click();
  await expect(page.locator(`a[href$="/jobs/${workOrderId}"]`).first()).toBeVisible();

  // Planning moves it while the day is being looked at.
  const noor = await asPerson(baseURL!, mailOf.noor);
  const { visitId } = await noor.get<{ visitId: string }>(`/work-orders/${workOrderId}`);
  const { crewId } = await noor.get<{ crewId: string }>(`/visits/${visitId}`);
  const plan = { crewId, startsAt: "15:15", part: "full_day", despite: true };
  await noor.post(`/visits/${visitId}/plan`, { ...plan, reason: "Test" });
  await expect(page.getByText("De planning heeft deze dag zojuist veranderd.")).toBeVisible();
  await expect(page.locator("li").filter({ hasText: "15:15" })).toBeVisible();
  await page.goto(`/field/jobs/${workOrderId}`);
  await expect(page.getByText(/Deze klus staat op /)).toBeVisible();
  await page.context().close();
});
