import { expect, test } from "@playwright/test";
import { mailOf, signIn } from "./people.ts";

test("all that is wrong about an entity is told at once, also what only the server knows", async ({
  page,
}) => {
  await signIn(page, mailOf.ada, "/settings?tab=entities");
  const form = page.locator("form").first();
  await form.getByLabel("Afzender").fill("geen-adres");
  await form.getByLabel("Btw-nummer").fill("NL12");
  await form.getByLabel("KvK-nummer").fill("123");
  await form.getByLabel("Betaaltermijn").fill("500");
  await form.getByRole("button", { name: "Opslaan" }).click();
  for (const sentence of [
    "Dit is geen e-mailadres; het lijkt op naam@voorbeeld.nl",
    "Een btw-nummer ziet eruit als NL123456789B01",
    "Een KvK-nummer heeft acht cijfers",
    "Niet meer dan 120",
  ])
    await expect(form.getByText(sentence)).toBeVisible();
  await expect(form.getByLabel("Afzender")).toBeFocused();
});
