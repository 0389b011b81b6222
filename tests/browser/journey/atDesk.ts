import { expect, type Page } from "@playwright/test";
import { type Caller, mailOf, type Rows } from "../people.ts";
import { button, customer, run } from "./customer.ts";

interface Crew {
  id: string;
  on: string;
  members: { id: string }[];
}

/** A lead by the keyboard alone, from the palette to the page of the order. */
export const typeLead = async (page: Page) => {
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

/** A bundle on the quote, and the quote out of the house. */
export const sendQuote = async (page: Page) => {
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

/** Puts the visit on the first day with crews, whatever stands there, and says who leads that crew. */
export const pullForward = async (office: Caller, orderId: string) => {
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
