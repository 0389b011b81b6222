import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { asPerson, mailOf, newPage, phone, photo, tokenFromMail } from "./people.ts";

/** A customer who just got the questions, with the page open on the phone. */
const openQuestions = async (browser: Browser, baseURL: string, name: string) => {
  const noor = await asPerson(baseURL, mailOf.noor);
  const email = `${randomUUID()}@example.com`;
  const { id } = await noor.post<{ id: string }>("/orders", {
    businessEntity: "laderthuis",
    kind: "installation",
    name,
    email,
    address: { postalCode: "3862 KJ", houseNumber: 18, street: "Beukenlaan", city: "Nijkerk" },
  });
  const token = await tokenFromMail(noor, id, "sales/intake-invitation", email);
  const page = await newPage(browser, { ...phone, baseURL });
  await page.goto(`/c/${token}`);
  await page.getByRole("link", { name: "Vragen beantwoorden" }).click();
  return page;
};

const isAtStep = (page: Page, name: string) => expect(page.getByRole("heading", { name })).toBeVisible();
const answer = (page: Page, name: string) => page.getByRole("radio", { name });
const next = (page: Page) => page.getByRole("button", { name: "Volgende" }).click();

test("going back on the phone is a step back in the questions, and every answer stands when one returns", async ({
  browser,
  baseURL,
}) => {
  const page = await openQuestions(browser, baseURL!, "Terug van der Weg");
  await page.getByText("Van mijzelf").click();
  await page.getByText("Op mijn oprit").click();
  await next(page);
  await isAtStep(page, "Uw meterkast");
  await page.getByText("3 × 25 A").click();

  await page.goBack();
  await isAtStep(page, "Uw huis");
  await expect(answer(page, "Van mijzelf")).toBeChecked();
  await page.goForward();
  await isAtStep(page, "Uw meterkast");
  await expect(answer(page, "3 × 25 A")).toBeChecked();

  await page.goBack();
  await page.goBack();
  await page.getByRole("link", { name: "Vragen beantwoorden" }).click();
  await isAtStep(page, "Uw meterkast");
  await expect(answer(page, "3 × 25 A")).toBeChecked();
  await page.context().close();
});

test("a photo that is refused says why, and is not taken for sent", async ({ browser, baseURL }) => {
  const page = await openQuestions(browser, baseURL!, "Foto Mislukt");
  await page.goto(`${page.url().split("?")[0]}?step=photos`);
  await isAtStep(page, "Foto's");
  const input = page.locator("input[type=file]").first();
  await input.setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: Buffer.from("geen foto") });
  await expect(page.getByText("Dit is geen foto (JPG, PNG, WebP, HEIC) of PDF")).toBeVisible();
  await expect(page.getByText("Eén foto kon niet worden bewaard.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Versturen" })).toBeDisabled();
  await page.getByRole("button", { name: "Foto verwijderen" }).click();
  await expect(page.getByText("Eén foto kon niet worden bewaard.")).toHaveCount(0);
  await input.setInputFiles(photo);
  await expect(page.getByText("Alles is bewaard").or(page.getByText("Beantwoord de vragen"))).toBeVisible();
  await page.context().close();
});
