import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  asPerson,
  type Caller,
  mailOf,
  newPage,
  phone,
  photo,
  type Rows,
  signIn,
  tokenFromMail,
  until,
} from "./people.ts";

interface Crew {
  id: string;
  on: string;
  members: { id: string }[];
}
interface Stop {
  visitId: string;
  workOrderId: string | null;
}

const run = Date.now() % 1_000_000;
const customer = { name: `Geertje van Ommen ${run}`, email: `geertje-${run}@example.com` };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });

/** Everything that is ticked off, whether it was already or not. */
const toggles = (page: Page) => page.locator("button[aria-pressed]");

const next = (page: Page) => button(page, "Volgende").click();

/** A lead by the keyboard alone, from the palette to the page of the order. */
const typeLead = async (page: Page) => {
  await expect(page.getByRole("button", { name: "Zoeken" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Zoek een order/ })).toBeFocused();
  await page.keyboard.type("Nieuwe lead");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(/^Naam/)).toBeFocused();
  const typed = [
    customer.name,
    "",
    `0688${String(run).padStart(6, "0")}`,
    customer.email,
    "3862 KJ",
    "18",
    "",
    "Beukenlaan",
  ];
  for (const text of typed) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
  return /orders\/([0-9a-f-]{36})/.exec(page.url())![1]!;
};

/** All questions on a phone, one step after the other. */
const answerQuestions = async (page: Page, token: string) => {
  await page.goto(`/c/${token}`);
  await page.getByRole("link", { name: "Vragen beantwoorden" }).click();
  await page.getByText("Van mijzelf").click();
  await page.getByText("Op mijn oprit").click();
  await next(page);
  await page.getByText("3 × 25 A").click();
  await page.getByText("Er is een vrije groep").click();
  await next(page);
  await page.getByLabel(/^Hoeveel meter is het/).fill("9");
  await page
    .getByRole("group", { name: /gegraven/ })
    .getByText("Nee")
    .click();
  await page.getByLabel(/^Door hoeveel muren/).fill("1");
  await next(page);
  await page
    .getByRole("group", { name: /zonnestroom/ })
    .getByText("Nee")
    .click();
  await page
    .getByRole("group", { name: /gasten/ })
    .getByText("Nee")
    .click();
  await expect(page.getByText("Alles is bewaard")).toBeVisible();
  // Somebody who stops here goes on at the same place.
  await page.reload();
  await expect(page.getByRole("heading", { name: "Klopt het adres?" })).toBeVisible();
  await page.getByLabel("Dit adres klopt").check();
  await next(page);
  await page.locator("input[type=file]").first().setInputFiles(photo);
  await expect(page.getByRole("img", { name: "Meterkast, deur open" })).toBeVisible();
  await expect(page.getByRole("status", { name: "Wordt verstuurd" })).toHaveCount(0);
  await button(page, "Versturen").click();
  await expect(page.getByRole("heading", { name: "Dank u, wij hebben alles" })).toBeVisible();
};

/** A bundle on the quote, and the quote out of the house. */
const sendQuote = async (page: Page) => {
  const quote = page.locator("#quote");
  await button(page, "Regel toevoegen").click();
  await quote.getByLabel("Artikel", { exact: true }).fill("pakket");
  await page
    .getByRole("option", { name: /pakket/i })
    .first()
    .click();
  await button(page, "Toevoegen").click();
  await expect(quote.getByRole("table")).toBeVisible();
  await button(page, "Klaar om te versturen").click();
  await quote.getByRole("button", { name: "Versturen", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Versturen", exact: true }).click();
  await expect(quote.getByText("Wacht op handtekening")).toBeVisible();
};

const sign = async (page: Page, token: string) => {
  await page.goto(`/c/${token}`);
  await page.getByRole("link", { name: "Offerte bekijken en tekenen" }).click();
  await expect(page.getByRole("heading", { name: "Uw offerte" })).toBeVisible();
  await page.getByText("Naam typen").click();
  await page.getByLabel("Uw volledige naam").fill(customer.name);
  await button(page, "Akkoord, ik teken").click();
  await expect(page.getByText("Dank u, u hebt getekend")).toBeInViewport();
};

const pickTime = async (page: Page, token: string) => {
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/my-visit") && !response.ok())
      refused.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`/c/${token}`);
  await page.getByRole("link", { name: "Kies een moment" }).click();
  const days = page.getByRole("group", { name: "Dagen" });
  await days.getByRole("button").first().click();
  await days.getByRole("group", { name: "Dagdelen" }).getByRole("button").first().click();
  await button(page, /^Afspraak maken:/).click();
  await expect(page.getByRole("heading", { name: "Uw afspraak" })).toBeVisible();
  const other = button(page, "Ander moment kiezen");
  await expect(other.or(page.getByText(/^Wijzigen kan tot/))).toBeVisible();
  if (await other.isVisible()) {
    await other.click();
    await expect(page.getByRole("heading", { name: "Wanneer komen wij langs?" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Uw afspraak" })).toBeVisible();
  }
  expect(refused).toEqual([]);
};

/** Puts the visit on the first day with crews, whatever stands there, and says who leads that crew. */
const pullForward = async (office: Caller, orderId: string) => {
  const day = (offset: number) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(
      Date.now() + offset * 86_400_000,
    );
  const {
    rows: [visit],
  } = await office.get<Rows<{ id: string }>>(`/orders/${orderId}/visits`);
  const { crews } = await office.get<{ crews: Crew[] }>(`/planning/week?from=${day(0)}&until=${day(2)}`);
  const { rows: mechanics } =
    await office.get<Rows<{ id: string; name: string; code: string }>>("/mechanics");
  const times = ["08:00", "10:30", "13:00", "15:00"].flatMap((startsAt) =>
    crews.map((crew) => ({ crew, startsAt })),
  );
  const visitId = visit?.id ?? "";
  for (const { crew, startsAt } of times) {
    const plan = {
      crewId: crew.id,
      startsAt,
      part: "full_day",
      despite: true,
      reason: "Eerder aan de beurt",
    };
    const planned = await office.post(`/visits/${visitId}/plan`, plan).catch(() => undefined);
    if (!planned) continue;
    const leader = mechanics.find(({ id }) => id === crew.members[0]?.id);
    if (!leader) continue;
    const isSam = leader.name.startsWith("Sam ");
    return {
      on: crew.on,
      visitId,
      email: isSam ? mailOf.sam : `${leader.code.toLowerCase()}@chargecars.example`,
    };
  }
  throw new Error("No crew has room today or in the next two days.");
};

/** The whole job on the phone: safety, materials, work, photos, measurements, signature. */
const doTheJob = async (page: Page, workOrderId: string) => {
  await page.goto(`/field/jobs/${workOrderId}`);
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.status() === 409) refused.push(response.url());
  });
  // With gloves on, one tap is easily two.
  await button(page, "Wij vertrekken").dblclick();
  await expect(button(page, "Wij vertrekken")).toHaveCount(0);
  await button(page, "Wij zijn er").dblclick();
  await expect(page.getByRole("heading", { name: "Eerst veilig" })).toBeVisible();
  for (const yes of await button(page, "Ja").all()) await yes.click();
  await button(page, "Veilig, wij beginnen").dblclick();
  await expect(page.getByRole("heading", { name: "Materiaal" })).toBeVisible();
  for (const material of await toggles(page).all()) await material.click();
  await button(page, "Alles is er, wij beginnen").dblclick();
  await expect(page.getByRole("heading", { name: "Werk" })).toBeVisible();
  expect(refused).toEqual([]);
  const serials = page.getByRole("textbox", { name: /^Serienummer/ });
  for (let index = 0; index < (await serials.count()); index += 1) {
    await serials.nth(index).fill(`SN-${run}-${index}`);
    await serials.nth(index).press("Enter");
    await expect(page.getByText(`SN-${run}-${index}`, { exact: true })).toBeVisible();
  }
  for (const check of await toggles(page).all())
    if (!(await check.getAttribute("aria-label"))?.endsWith("N.v.t.")) await check.click();
  await page.getByLabel("Wat is er gedaan?").fill("Laadpunt geplaatst en getest.");
  await expect(page.getByText("Alles bewaard")).toBeVisible();
  await button(page, "Naar de foto's").click();
  for (const place of ["Meterkast", "Laadpaal"])
    await page.getByLabel(new RegExp(`^${place}`)).setInputFiles(photo);
  await button(page, "Naar het meten").click();
  await expect(page.getByRole("heading", { name: "Meten" })).toBeVisible();
  for (const field of await page.getByRole("textbox").all()) {
    const [low = 0, high = 0] = (
      (await field.getAttribute("aria-describedby")) ? await limits(field) : []
    ).map(Number);
    await field.fill(String(Math.round((low + high) / 2)));
  }
  await expect(page.getByText("Alles bewaard")).toBeVisible();
  await button(page, "Laat het aan de klant zien").click();
  await page.getByText("Naam typen").click();
  await page.getByLabel("Uw volledige naam").fill(customer.name);
  await button(page, "Opleveren").click();
  await expect(page.getByRole("heading", { name: "Klus klaar" })).toBeVisible();
};

/** The lowest and highest that a measurement may be, as they stand beside its field. */
const limits = async (field: ReturnType<Page["getByRole"]>) => {
  const described = await field.getAttribute("aria-describedby");
  const texts = await Promise.all(
    (described ?? "").split(" ").map((id) => field.page().locator(`[id="${id}"]`).textContent()),
  );
  return (
    /tussen ([\d.]+).* en ([\d.]+)/
      .exec(texts.join(" "))
      ?.slice(1)
      .map((text) => text.replaceAll(".", "")) ?? []
  );
};

const pay = async (browser: Browser, token: string, baseURL: string) => {
  const page = await newPage(browser, { ...phone, baseURL });
  await page.goto(`/c/${token}`);
  await page.getByRole("link", { name: /^Factuur .* betalen/ }).click();
  await button(page, /^Betaal/).click();
  await expect(page.getByRole("heading", { name: "Testbank" })).toBeVisible();
  await button(page, "Betalen").click();
  await expect(page.getByText("Betaald. Dank u wel!")).toBeVisible();
};

test("an order runs from lead to paid, and everybody sees it happen", async ({ browser, page, baseURL }) => {
  const base = baseURL!;
  const office = await asPerson(base, mailOf.ada);

  await signIn(page, mailOf.noor);
  const orderId = await typeLead(page);
  await expect(page.getByText(customer.name).first()).toBeVisible();

  const atHome = await newPage(browser, { ...phone, baseURL: base });
  const token = await tokenFromMail(office, orderId, "sales/intake-invitation", customer.email);
  await answerQuestions(atHome, token);

  // The office did nothing: its open page shows the answers, and that the quote needs lines.
  await expect(page.getByText("Offerte concept").first()).toBeVisible();
  await sendQuote(page);
  await sign(atHome, await tokenFromMail(office, orderId, "sales/quote-to-sign", customer.email));
  await expect(page.getByText("In planning").first()).toBeVisible();

  await pickTime(atHome, await tokenFromMail(office, orderId, "planning/choose-a-time", customer.email));
  await expect(page.getByText("Ingepland").first()).toBeVisible();

  const { on, visitId, email } = await pullForward(office, orderId);
  const mechanic = await asPerson(base, email);
  const workOrderId = await until("work order", async () => {
    const { stops } = await mechanic.get<{ stops: Stop[] }>(`/field/day?on=${on}`);
    return stops.find((stop) => stop.visitId === visitId)?.workOrderId;
  });
  const inVan = await newPage(browser, { ...phone, baseURL: base });
  await signIn(inVan, email, "/field");
  await doTheJob(inVan, workOrderId);
  await expect(page.getByText("Afgerond").first()).toBeVisible();

  const finance = await newPage(browser, { baseURL: base });
  await signIn(finance, mailOf.fenna, `/orders/${orderId}?at=invoices`);
  await button(finance, "Controleren en factureren").click();
  await expect(finance.locator("#invoices").getByText("Verstuurd")).toBeVisible();

  await pay(browser, await tokenFromMail(office, orderId, "billing/invoice", customer.email), base);
  await expect(finance.locator("#invoices").getByText("Betaald")).toBeVisible();
  const order = await office.get<{ closedAt: string | null }>(`/orders/${orderId}`);
  expect(order).toMatchObject({ status: "completed", billingState: "paid" });
  expect(order.closedAt).toBeTruthy();
});
