import { expect, type Page, type Route, test } from "@playwright/test";
import { asPerson, looksGood, mailOf, photo, type Rows, signIn, until } from "./people.ts";

/** A PDF of one page. */
const permit = {
  name: "Vergunning.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
  ),
};
const program = { name: "factuur.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ a program") };

/** Lets files wait on the way to the server, as on a slow line. */
const holdUploads = async (page: Page) => {
  const waiting: Route[] = [];
  await page.route("**/api/v1/files", (route) => void waiting.push(route));
  const end = async (answer: (route: Route) => Promise<void>) => {
    await until("a file on its way", () => Promise.resolve(waiting[0]));
    await Promise.all(waiting.splice(0).map(answer));
    await page.unroute("**/api/v1/files");
  };
  return { release: () => end((route) => route.continue()), fail: () => end((route) => route.abort()) };
};

test("files of an order come in together, are looked at, and go with a reason", async ({ page, baseURL }) => {
  const noor = await asPerson(baseURL!, mailOf.noor);
  const order = await noor.post<{ id: string }>("/orders", {
    businessEntity: "chargecars",
    name: "Bo van den Bestanden",
    phone: "0688999124",
  });
  await signIn(page, mailOf.noor, `/orders/${order.id}?at=files`);
  const section = page.locator("section", { has: page.getByRole("heading", { name: "Bestanden" }) });
  await expect(section.getByText("Nog geen bestanden bij deze order")).toBeVisible();

  await test.step("two are kept, and what is no file of ours says so", async () => {
    await section.locator("input[type=file]").setInputFiles([photo, permit, program]);
    await expect(section.getByText("Noor de Planner (collega)")).toHaveCount(2);
    await expect(section.getByRole("alert")).toContainText("Dit is geen foto");
    await looksGood(page);
    await section.getByRole("button", { name: "Weghalen" }).click();
    await expect(section.getByRole("alert")).toBeHidden();
  });

  await test.step("each opens large, one after the other", async () => {
    await section.getByRole("button", { name: "foto.png bekijken" }).click();
    const large = page.getByRole("dialog");
    await expect(large.getByRole("img", { name: "foto.png" })).toHaveJSProperty("complete", true);
    await page.keyboard.press("ArrowLeft");
    await expect(large.locator("iframe")).toHaveAttribute("title", "Vergunning.pdf");
    const href = await large.getByRole("link", { name: "Downloaden" }).getAttribute("href");
    const saved = await page.request.get(href!);
    expect(saved.headers()["content-disposition"]).toContain("attachment");
    expect(await saved.body()).toEqual(permit.buffer);
    await page.keyboard.press("Escape");
  });

  await test.step("one goes, with why, and the timeline tells it", async () => {
    await section.getByRole("button", { name: "Wat kan met Vergunning.pdf" }).click();
    await page.getByRole("menuitem", { name: "Verwijderen" }).click();
    await page.getByRole("button", { name: "Verwijderen", exact: true }).click();
    await expect(page.getByText("Vul dit in")).toBeVisible();
    await page.getByLabel("Waarom?").fill("Hoort bij een andere klant");
    await page.getByRole("button", { name: "Verwijderen", exact: true }).click();
    await expect(section.getByText("Vergunning.pdf")).toBeHidden();
    await expect(page.getByText("Bestand verwijderd: Vergunning.pdf")).toBeVisible();
    const { rows } = await noor.get<Rows<{ name: string }>>(`/orders/${order.id}/files`);
    expect(rows.map(({ name }) => name)).toEqual(["foto.png"]);
  });

  await test.step("a dropped file is taken as well", async () => {
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], "gesleept.png", { type: "image/png" }));
        return transfer;
      },
      [...photo.buffer],
    );
    const place = section.getByText("Bestanden kiezen");
    await place.dispatchEvent("dragenter", { dataTransfer: dropped });
    await expect(section.getByText("Laat los om toe te voegen")).toBeVisible();
    const held = await holdUploads(page);
    await place.dispatchEvent("drop", { dataTransfer: dropped });
    await expect(section.getByText("gesleept.png")).toBeVisible();
    // On its way it is nowhere else, so the browser asks before it is lost.
    const asked = page.waitForEvent("dialog");
    await page.evaluate(() => setTimeout(() => location.reload()));
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await held.release();
    await expect(section.getByRole("button", { name: "gesleept.png bekijken" })).toBeVisible();
  });

  await test.step("one that fails while another page is open is told there, and sent from there", async () => {
    const held = await holdUploads(page);
    await section.locator("input[type=file]").setInputFiles({ ...photo, name: "onderweg.png" });
    await expect(section.getByText("onderweg.png")).toBeVisible();
    await page.getByRole("link", { name: "Klanten" }).first().click();
    await expect(page.getByRole("heading", { name: "Klanten" })).toBeVisible();
    await held.fail();
    const told = page.getByText("onderweg.png is niet verstuurd");
    await expect(told).toBeVisible();
    await page.getByRole("button", { name: "Opnieuw proberen" }).click();
    await until("the file sent from another page", async () => {
      const { rows } = await noor.get<Rows<{ name: string }>>(`/orders/${order.id}/files`);
      return rows.find(({ name }) => name === "onderweg.png");
    });
    await page.goBack();
    await expect(section.getByRole("button", { name: "onderweg.png bekijken" })).toBeVisible();
  });

  await test.step("and in the dark all of it can be read", async () => {
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.reload();
    await expect(section.getByText("gesleept.png")).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await looksGood(page, "colours");
  });
});
