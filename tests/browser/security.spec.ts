import { createHmac } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { asPerson, looksGood, mailOf, phone, signIn } from "./people.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app makes of the key on the screen (RFC 6238). */
const codeFrom = (key: string) => {
  const bits = Array.from(key.replaceAll(" ", ""), (letter) =>
    letters.indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = (bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", Uint8Array.from(bytes)).update(step).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
};

const openSecurity = async (page: Page) => {
  await page.getByRole("button", { name: /^Uw account/ }).click();
  await page.getByRole("button", { name: "Beveiliging" }).click();
  return page.getByRole("dialog", { name: "Beveiliging" });
};

test.use(phone);
test.describe.configure({ mode: "serial" });

/** Whoever comes after finds the account as it was. */
test.afterAll(async () => {
  const ada = await asPerson(test.info().project.use.baseURL!, mailOf.ada);
  const { rows } = await ada.get<{ rows: { id: string }[] }>("/identity/users?search=sam%40chargecars");
  await ada.post(`/identity/users/${rows[0]!.id}/reset-second-factor`);
});

test("a mechanic sets up a second step, and comes in with a recovery code when the phone is lost", async ({
  page,
}) => {
  await signIn(page, mailOf.sam, "/field");
  const dialog = await openSecurity(page);
  await dialog.getByRole("button", { name: "Tweede stap instellen" }).click();
  await expect(dialog.getByRole("img", { name: /QR-code/ })).toBeVisible();
  await looksGood(page);
  const key = await dialog.locator("code").innerText();
  await dialog.getByLabel("Zes cijfers uit de app").fill(codeFrom(key));
  await dialog.getByRole("button", { name: "Bevestigen" }).click();
  const codes = dialog.getByRole("list", { name: "Herstelcodes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await looksGood(page);
  const code = await codes.first().innerText();
  await dialog.getByRole("button", { name: "Ik heb ze bewaard" }).click();
  await page.context().clearCookies();

  await signIn(page, mailOf.sam, "/field");
  const field = page.getByLabel("Code uit uw app");
  await expect(field).toBeFocused();
  await field.fill(code);
  await page.keyboard.press("Enter");
  await expect(field).toBeHidden();
  const again = await openSecurity(page);
  await expect(again.getByText("Er zijn nog 9 herstelcodes.")).toBeVisible();
});
