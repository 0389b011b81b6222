import { expect, type Page, test } from "@playwright/test";
import { asPerson, looksGood, mailOf, signIn } from "./people.ts";

/** The platform by its name: a passkey belongs to a name, never to a number. */
const named = (baseURL: string) => baseURL.replace("127.0.0.1", "localhost");

/** A device that holds passkeys and says yes to its owner, as a phone with a fingerprint does. */
const addDevice = async (page: Page) => {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};

test("somebody makes a passkey, comes in with it, and takes it away", async ({ page, baseURL }) => {
  const home = named(baseURL!);
  await addDevice(page);
  await signIn(page, mailOf.fenna, `${home}/`);
  const security = async () => {
    await page.getByRole("button", { name: /^Uw account/ }).click();
    await page.getByRole("button", { name: "Beveiliging" }).click();
    await expect(page.getByRole("button", { name: "Uitloggen" })).toHaveCount(0);
    return page.getByRole("region", { name: "Passkeys" });
  };
  const passkeys = await security();
  await passkeys.getByRole("button", { name: "Passkey toevoegen" }).click();
  await expect(passkeys.getByRole("listitem")).toHaveCount(1);
  await looksGood(page);

  await page.context().clearCookies();
  await page.goto(`${home}/invoices`);
  await page.getByRole("button", { name: "Inloggen met een passkey" }).click();
  await expect(page.getByRole("heading", { name: "Facturen" })).toBeVisible();
  const ada = await asPerson(baseURL!, mailOf.ada);
  const { rows } = await ada.get<{ rows: { action: string; actorName: string }[] }>(
    "/audit-lines?action=identity.addPasskey,identity.signInByPasskey&limit=2",
  );
  expect(rows).toMatchObject([
    { action: "identity.signInByPasskey", actorName: "Fenna Boekhouder" },
    { action: "identity.addPasskey", actorName: "Fenna Boekhouder" },
  ]);

  const again = await security();
  await again.getByRole("button", { name: "Verwijderen" }).click();
  await expect(again.getByRole("listitem")).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto(`${home}/`);
  await page.getByRole("button", { name: "Inloggen met een passkey" }).click();
  await expect(page.getByText("Deze passkey kan hier niet gebruikt worden")).toBeVisible();
});
