import { type Browser, expect, type Page } from "@playwright/test";
import { newPage, phone, photo } from "../people.ts";
import { button, customer } from "./customer.ts";

const next = (page: Page) => button(page, "Volgende").click();

/** All questions on a phone, one step after the other. */
export const answerQuestions = async (page: Page, token: string) => {
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

export const sign = async (page: Page, token: string) => {
  await page.goto(`/c/${token}`);
  await page.getByRole("link", { name: "Offerte bekijken en tekenen" }).click();
  await expect(page.getByRole("heading", { name: "Uw offerte" })).toBeVisible();
  await page.getByText("Naam typen").click();
  await page.getByLabel("Uw volledige naam").fill(customer.name);
  await button(page, "Akkoord, ik teken").click();
  await expect(page.getByText("Dank u, u hebt getekend")).toBeInViewport();
};

export const pickTime = async (page: Page, token: string) => {
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

export const pay = async (browser: Browser, token: string, baseURL: string) => {
  const page = await newPage(browser, { ...phone, baseURL });
  await page.goto(`/c/${token}`);
  await page.getByRole("link", { name: /^Factuur .* betalen/ }).click();
  await button(page, /^Betaal/).click();
  await expect(page.getByRole("heading", { name: "Testbank" })).toBeVisible();
  await button(page, "Betalen").click();
  await expect(page.getByText("Betaald. Dank u wel!")).toBeVisible();
};
