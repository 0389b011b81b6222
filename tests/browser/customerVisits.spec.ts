import { type Browser, expect, test } from "@playwright/test";
import { asPerson, mailOf, newPage, phone, type Rows, until } from "./people.ts";

interface Visit {
  id: string;
  orderId: string;
  status: string;
  on: string | null;
}

/** The path behind the link of the newest mail of a kind about an order. */
const linkFrom = async (baseURL: string, orderId: string, template: string) => {
  const noor = await asPerson(baseURL, mailOf.noor);
  return until(`mail ${template}`, async () => {
    const { rows } = await noor.get<Rows<{ id: string; template: string }>>(
      `/messages?orderId=${orderId}&limit=50`,
    );
    const found = rows.find((row) => row.template === template);
    if (!found) return undefined;
    const { body } = await noor.get<{ body: string }>(`/messages/${found.id}`);
    return /\/c\/[\w-]+/.exec(body)?.[0];
  });
};

/** A visit of the demo company that has a day yet to come, furthest ahead first. */
const furthest = async (baseURL: string) => {
  const noor = await asPerson(baseURL, mailOf.noor);
  const { rows } = await noor.get<Rows<Visit>>("/visits?status=scheduled&limit=100");
  return rows.toSorted((a, b) => (b.on ?? "").localeCompare(a.on ?? ""))[0]!;
};

test("a customer with two appointments sees both, and moves the one they mean", async ({
  browser,
  baseURL,
}) => {
  const noor = await asPerson(baseURL!, mailOf.noor);
  const { id, orderId } = await furthest(baseURL!);
  const survey = await noor.post<Visit>(`/orders/${orderId}/visits`, { kind: "survey", minutes: 40 });
  const { offers } = await noor.get<{ offers: { on: string; part: string }[] }>(
    `/visits/${survey.id}/offers`,
  );
  const { on, part } = offers.at(-1)!;
  await noor.post(`/visits/${survey.id}/book`, { on, part });
  const path = await linkFrom(baseURL!, orderId, "planning/appointment-confirmed");
  const page = await newPage(browser, { ...phone, baseURL: baseURL!, locale: "nl-NL" });
  await page.goto(`${path}/afspraak`);
  await expect(page.getByRole("heading", { name: "Uw afspraken" })).toBeVisible();
  const mine = page.locator("section").filter({ has: page.getByRole("heading", { name: "Schouw" }) });
  await mine.getByRole("button", { name: "Ander moment kiezen" }).click();
  await expect(page.getByText("Wij zijn ongeveer 40 min bezig")).toBeVisible();
  const days = page.getByRole("group", { name: "Dagen" });
  await days.getByRole("button").first().click();
  await days.getByRole("group", { name: "Dagdelen" }).getByRole("button").first().click();
  await page.getByRole("button", { name: /^Afspraak maken:/ }).click();
  await expect(page.getByRole("heading", { name: "Uw afspraken" })).toBeVisible();
  const now = await Promise.all([id, survey.id].map((each) => noor.get<Visit>(`/visits/${each}`)));
  expect(now.map(({ status }) => status)).toEqual(["scheduled", "scheduled"]);
  expect(now[1]).toMatchObject({ rescheduleCount: 1 });
  expect(now[0]).toMatchObject({ rescheduleCount: 0 });

  // Where nothing else is free the appointment they have stays, and is said to.
  await page.route("**/my-visit/offers*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), offers: [] } });
  });
  await mine.getByRole("button", { name: "Ander moment kiezen" }).click();
  await expect(page.getByRole("heading", { name: "Er is geen ander moment vrij" })).toBeVisible();
  await page.getByRole("button", { name: "Afspraak laten staan" }).click();
  await expect(page.getByRole("heading", { name: "Uw afspraken" })).toBeVisible();
  await page.context().close();
});

/** A customer's short phone, on which a half day came free for each of their visits. */
const phoneWithOffers = async (browser: Browser, baseURL: string, path: string) => {
  const short = { ...phone, viewport: { width: 375, height: 667 } };
  const page = await newPage(browser, { ...short, baseURL, locale: "nl-NL" });
  await page.route("**/my-visit/*/earlier", async (route) => {
    const response = await route.fetch();
    const offer = { id: crypto.randomUUID(), on: "2031-03-04", part: "morning" };
    const offers = [{ ...offer, expiresAt: "2031-03-03T12:00:00.000Z" }];
    await route.fulfill({ response, json: { ...(await response.json()), offers } });
  });
  await page.goto(`${path}/afspraak`);
  return page;
};

test("an earlier half day that came free is in sight at once, also on a short phone", async ({
  browser,
  baseURL,
}) => {
  const { orderId } = await furthest(baseURL!);
  const path = await linkFrom(baseURL!, orderId, "planning/appointment-confirmed");
  const page = await phoneWithOffers(browser, baseURL!, path);
  await expect(page.getByRole("button", { name: "Ja, kom eerder" }).first()).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(/^Er is eerder plek: dinsdag 4 maart/).first()).toBeInViewport({ ratio: 1 });
  await page.context().close();
});

test("who has no appointment yet sees the half day that was mailed above what else there is to choose", async ({
  browser,
  baseURL,
}) => {
  const noor = await asPerson(baseURL!, mailOf.noor);
  const { orderId } = await furthest(baseURL!);
  await noor.post<Visit>(`/orders/${orderId}/visits`, { kind: "survey", minutes: 40 });
  const path = await linkFrom(baseURL!, orderId, "planning/appointment-confirmed");
  const page = await phoneWithOffers(browser, baseURL!, path);
  await expect(page.getByText(/^Er is plek voor u: dinsdag 4 maart/)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: "Ja, kom dan" })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("group", { name: "Dagen" }).getByRole("button").first()).toBeVisible();
  await page.context().close();
});
