import { automation, dayOf, inTransaction, type Platform, type Work } from "#platform";
import { settle } from "../bookings.ts";
import { lockInvoice } from "../invoiceStore.ts";
import type { ProviderStatus } from "./provider.ts";

const complete = async (
  work: Work,
  payment: { id: string; invoiceId: string; amountCents: number; method: string },
) => {
  const invoice = await lockInvoice(work.tx, payment.invoiceId);
  const openCents = invoice.grossCents - invoice.paidCents;
  const paidOn = dayOf(work.now);
  await work.tx
    .updateTable("payments")
    .set({ status: "completed", paidOn })
    .where("id", "=", payment.id)
    .execute();
  await settle(work, invoice, {
    amountCents: Math.min(payment.amountCents, openCents),
    method: payment.method,
    paidOn,
  });
};

/**
 * A provider says that something changed about a payment. What really became of it is asked at the provider, and counted
 * once, however often it says so.
 */
export const providerSays = async (
  platform: Platform,
  notice: { provider: string; reference: string },
): Promise<void> => {
  const { payments } = platform.services;
  if (payments.name !== notice.provider) return;
  const status: ProviderStatus = await payments.statusOf(notice.reference);
  if (status === "open") return;
  const as = { action: "billing.paymentNotice", actor: automation(`payments/${notice.provider}`) };
  await inTransaction(platform, as, async (work) => {
    const payment = await work.tx
      .selectFrom("payments")
      .selectAll()
      .where("provider", "=", notice.provider)
      .where("providerReference", "=", notice.reference)
      .where("status", "=", "pending")
      .forUpdate()
      .executeTakeFirst();
    if (!payment) return;
    if (status === "paid") await complete(work, payment);
    else
      await work.tx.updateTable("payments").set({ status: "failed" }).where("id", "=", payment.id).execute();
  });
};
