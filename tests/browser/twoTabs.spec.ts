import { expect, type Page, test } from "@playwright/test";
import { asPerson, type Caller, mailOf, newPage, signIn } from "./people.ts";

const makeOrder = async (noor: Caller) => {
  const order = await noor.post<{ id: string; endCustomerId: string }>("/orders", {
    businessEntity: "chargecars",
    kind: "service",
    name: "Tea van de Tabbladen",
    phone: "0688999125",
    notes: "Belt liever niet",
  });
  return order;
};

test.describe("two people on one order", () => {
  const open = async (page: Page, orderId: string) => {
    await signIn(page, mailOf.noor, `/orders/${orderId}`);
    await expect(page.getByRole("button", { name: "Wijzigen: Opmerkingen" })).toBeVisible();
  };

  test("do not overwrite each other's notes, and nothing typed is lost", async ({
    page,
    browser,
    baseURL,
  }) => {
    const noor = await asPerson(baseURL!, mailOf.noor);
    const { id } = await makeOrder(noor);
    await open(page, id);
    await page.getByRole("button", { name: "Wijzigen: Opmerkingen" }).click();
    const mine = page.getByRole("textbox", { name: "Opmerkingen" });
    await mine.fill("Sleutel bij de buren");

    const other = await newPage(browser, { baseURL: baseURL!, locale: "nl-NL" });
    await open(other, id);
    await other.getByRole("button", { name: "Wijzigen: Opmerkingen" }).click();
    await other.getByRole("textbox", { name: "Opmerkingen" }).fill("Belt na zessen");
    await other.getByRole("heading", { name: "Tijdlijn" }).click();
    await expect(other.getByText("Belt na zessen")).toBeVisible();

    await page.getByRole("heading", { name: "Tijdlijn" }).click();
    const told = page.getByRole("alert").filter({ hasText: "terwijl u typte" });
    await expect(told).toContainText("Belt na zessen");
    await expect(mine).toHaveValue("Sleutel bij de buren");
    await told.getByRole("button", { name: "Mijn tekst bewaren" }).click();
    await expect(told).toBeHidden();
    await expect(other.getByText("Sleutel bij de buren")).toBeVisible();
  });

  test("do not put an old price back by only looking at it", async ({ page, baseURL }) => {
    const noor = await asPerson(baseURL!, mailOf.noor);
    const { id, endCustomerId: billedToId } = await makeOrder(noor);
    await noor.post(`/orders/${id}/quote`);
    const { lines } = await noor.post<{ lines: { id: string }[] }>(`/orders/${id}/lines`, {
      description: "Storing verhelpen",
      unitPriceCents: 89_00,
      billedToId,
    });
    await open(page, id);
    const price = page.getByRole("button", { name: "Wijzigen: Prijs" });
    await expect(price).toContainText("89,00");
    const path = `/api/v1/order-lines/${lines[0]!.id}`;
    const headers = { "idempotency-key": crypto.randomUUID() };
    expect((await noor.raw.patch(path, { data: { unitPriceCents: 95_00 }, headers })).ok()).toBe(true);
    await expect(price).toContainText("95,00");
    await price.click();
    await page.keyboard.press("Enter");
    await expect(price).toContainText("95,00");
    const after = await noor.get<{ lines: { unitPriceCents: number }[] }>(`/orders/${id}/quote`);
    expect(after.lines[0]!.unitPriceCents).toBe(95_00);
  });
});

test.describe("two people on one customer", () => {
  test("do not overwrite each other's telephone number, and nothing typed is lost", async ({
    page,
    baseURL,
  }) => {
    const noor = await asPerson(baseURL!, mailOf.noor);
    const { id } = await makeOrder(noor);
    const { contact } = await noor.get<{ contact: { id: string } }>(`/orders/${id}`);
    await signIn(page, mailOf.noor, `/contacts/${contact.id}`);
    const value = page.getByRole("button", { name: "Wijzigen: Telefoon" });
    await value.click();
    const mine = page.getByRole("textbox", { name: "Telefoon" });
    await mine.fill("0688999111");

    const headers = { "idempotency-key": crypto.randomUUID() };
    const path = `/api/v1/contacts/${contact.id}`;
    expect((await noor.raw.patch(path, { data: { phone: "0688999222" }, headers })).ok()).toBe(true);
    await page.keyboard.press("Enter");
    const told = page.getByRole("alert").filter({ hasText: "terwijl u typte" });
    await expect(told).toContainText("+31688999222");
    await expect(mine).toHaveValue("0688999111");
    await told.getByRole("button", { name: "Mijn tekst bewaren" }).click();
    await expect(value).toContainText("06 88 99 91 11");
    await expect(value).toBeFocused();

    const story = page.getByRole("listitem").filter({ hasText: "gewijzigd: telefoon" });
    await expect(story).toHaveCount(2);
    await expect(story.first()).toContainText("Noor");
    await page
      .getByRole("link", { name: /^[A-Z]{2,4}-\d{4}-/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/orders/${id}`));
  });

  test("keep what was typed when it is refused, and the keyboard where it was", async ({ page, baseURL }) => {
    const noor = await asPerson(baseURL!, mailOf.noor);
    const { endCustomerId } = await makeOrder(noor);
    await signIn(page, mailOf.noor, `/customers/${endCustomerId}`);
    const value = page.getByRole("button", { name: "– Wijzigen: E-mail", exact: true });
    await value.click();
    await page.keyboard.type("geen adres");
    await page.keyboard.press("Enter");
    const field = page.getByRole("textbox", { name: "E-mail", exact: true });
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue("geen adres");
    await page.keyboard.press("Escape");
    await expect(value).toBeFocused();
    await expect(value).toContainText("–");
  });
});
