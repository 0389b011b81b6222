import { expect, test } from "@playwright/test";
import { pullForward, sendQuote, typeLead } from "./journey/atDesk.ts";
import { answerQuestions, pay, pickTime, sign } from "./journey/atHome.ts";
import { button, customer } from "./journey/customer.ts";
import { doTheJob } from "./journey/inVan.ts";
import { asPerson, mailOf, newPage, phone, signIn, tokenFromMail, until } from "./people.ts";

interface Stop {
  visitId: string;
  workOrderId: string | null;
}

test("an order runs from lead to paid, and everybody sees it happen", async ({ browser, page, baseURL }) => {
  const base = baseURL!;
  const office = await asPerson(base, mailOf.ada);

  await signIn(page, mailOf.noor);
  const orderId = await typeLead(page);
  await expect(page.getByText(customer.name).first()).toBeVisible();

  const atHome = await newPage(browser, { ...phone, baseURL: base });
  const token = await tokenFromMail(office, orderId, "sales/intake-invitation", customer.email);
  await answerQuestions(atHome, token);

  // The office did nothing: its open page shows the answers, and that the quote needs lines.
  await expect(page.getByText("Offerte concept").first()).toBeVisible();
  await sendQuote(page);
  await sign(atHome, await tokenFromMail(office, orderId, "sales/quote-to-sign", customer.email));
  await expect(page.getByText("In planning").first()).toBeVisible();

  await pickTime(atHome, await tokenFromMail(office, orderId, "planning/choose-a-time", customer.email));
  await expect(page.getByText("Ingepland").first()).toBeVisible();

  const { on, visitId, email } = await pullForward(office, orderId);
  const mechanic = await asPerson(base, email);
  const workOrderId = await until("work order", async () => {
    const { stops } = await mechanic.get<{ stops: Stop[] }>(`/field/day?on=${on}`);
    return stops.find((stop) => stop.visitId === visitId)?.workOrderId;
  });
  const inVan = await newPage(browser, { ...phone, baseURL: base });
  await signIn(inVan, email, "/field");
  await doTheJob(inVan, workOrderId);
  await expect(page.getByText("Afgerond").first()).toBeVisible();

  const finance = await newPage(browser, { baseURL: base });
  await signIn(finance, mailOf.fenna, `/orders/${orderId}?at=invoices`);
  await button(finance, "Controleren en factureren").click();
  await expect(finance.locator("#invoices").getByText("Verstuurd")).toBeVisible();

  await pay(browser, await tokenFromMail(office, orderId, "billing/invoice", customer.email), base);
  await expect(finance.locator("#invoices").getByText("Betaald")).toBeVisible();
  const order = await office.get<{ closedAt: string | null }>(`/orders/${orderId}`);
  expect(order).toMatchObject({ status: "completed", billingState: "paid" });
  expect(order.closedAt).toBeTruthy();
});
