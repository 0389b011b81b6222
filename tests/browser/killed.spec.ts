import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { type MortalPlatform, openMortalPlatform } from "./mortalPlatform.ts";
import { asPerson, mailOf, newPage, phone, photo, tokenFromMail } from "./people.ts";

let platform: MortalPlatform;
test.beforeAll(async () => {
  platform = await openMortalPlatform();
});
test.afterAll(() => platform.end());

const makeLead = async (name: string) => {
  const noor = await asPerson(platform.base, mailOf.noor);
  const email = `${randomUUID()}@example.com`;
  const address = { postalCode: "3862 KJ", houseNumber: 18, street: "Beukenlaan", city: "Nijkerk" };
  const lead = { businessEntity: "laderthuis", kind: "installation", name, email, address };
  const { id } = await noor.post<{ id: string }>("/orders", lead);
  return { id, noor, token: await tokenFromMail(noor, id, "sales/intake-invitation", email) };
};

interface Answers {
  answers: {
    house?: { property?: string; parking?: string };
    photos?: { photos?: { fileId: string; kind: string }[] };
  };
}

test.describe("the server killed in the middle", () => {
  test("of a questionnaire loses no answer", async ({ browser }) => {
    const { id, noor, token } = await makeLead("Kitty van der Stroom");
    const page = await newPage(browser, { ...phone, baseURL: platform.base });
    await page.goto(`/c/${token}/intake`);
    await page.getByText("Van mijzelf").click();
    await expect(page.getByText("Alles is bewaard").or(page.getByText("Beantwoord de vragen"))).toBeVisible();
    const kept = page.waitForResponse((response) => response.request().method() === "PATCH" && response.ok());
    await page.getByText("Op mijn oprit").click();
    await kept;
    await platform.kill();

    await page.getByRole("button", { name: "Volgende" }).click();
    await page.getByText("3 × 25 A").click();
    await page.getByText("Er is een vrije groep").click();
    await expect(page.getByText(/^Nog niet bewaard/)).toBeVisible();
    await platform.start();
    await expect(page.getByText("Alles is bewaard")).toBeVisible({ timeout: 20_000 });

    const { answers } = (await noor.get<{ intake: Answers }>(`/orders/${id}/intake`)).intake;
    expect(answers).toMatchObject({
      house: { property: "owner_occupied", parking: "driveway" },
      cupboard: { connection: "3x25A", groups: "free" },
    });
    await page.reload();
    await expect(page.getByRole("heading", { name: "De weg van de kabel" })).toBeVisible();
  });

  test("of an upload keeps the photo once and whole", async ({ browser }) => {
    const { id, noor, token } = await makeLead("Koos Kiekjes");
    const page = await newPage(browser, { ...phone, baseURL: platform.base });
    // Answered up to the photos by the office, so that the phone opens there.
    const answers = {
      house: { property: "owner_occupied", parking: "driveway" },
      cupboard: { connection: "3x25A", groups: "free" },
      route: { metres: 9, digging: false, walls: 1 },
      wishes: { guestUse: false, solarLink: false },
      address: {
        postalCode: "3862KJ",
        houseNumber: 18,
        street: "Beukenlaan",
        city: "Nijkerk",
        confirmed: true,
      },
    };
    const saved = await noor.raw.patch(`/api/v1/orders/${id}/intake`, {
      data: answers,
      headers: { "idempotency-key": randomUUID() },
    });
    expect(saved.ok(), await saved.text()).toBe(true);
    await page.goto(`/c/${token}/intake`);
    const choose = page.locator("input[type=file]").first();
    await expect(choose).toBeAttached();
    const begun = page.waitForRequest((request) => request.url().endsWith("/files"));
    await choose.setInputFiles(photo);
    await begun;
    await platform.kill();
    await expect(page.getByText("Uw foto's worden verstuurd…")).toBeVisible();
    await expect(page.getByRole("button", { name: "Versturen" })).toBeDisabled();
    await platform.start();
    await expect(page.getByText("Alles is bewaard")).toBeVisible({ timeout: 20_000 });

    const { intake } = await noor.get<{ intake: Answers }>(`/orders/${id}/intake`);
    expect(intake.answers.photos?.photos).toHaveLength(1);
    const fileId = intake.answers.photos?.photos?.[0]?.fileId ?? "";
    const content = await noor.raw.get(`/api/v1/files/${fileId}`);
    expect(content.headers()["content-type"]).toMatch(/^image\//);
    expect((await content.body()).byteLength).toBeGreaterThan(50);
    const { rows } = await noor.get<{ rows: { id: string }[] }>(`/orders/${id}/files`);
    expect(rows.map((file) => file.id)).toEqual([fileId]);
    await page.getByRole("button", { name: "Versturen" }).click();
    await expect(page.getByRole("heading", { name: "Dank u, wij hebben alles" })).toBeVisible();
  });
});
