import { expect, type Page } from "@playwright/test";
import { photo } from "../people.ts";
import { button, customer, run } from "./customer.ts";

/** Everything that is ticked off, whether it was already or not. */
const toggles = (page: Page) => page.locator("button[aria-pressed]");

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

/** The whole job on the phone: safety, materials, work, photos, measurements, signature. */
export const doTheJob = async (page: Page, workOrderId: string) => {
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
