import { randomUUIDv7 } from "node:crypto";
import { businessEntities } from "#crm";
import { action, notFound } from "#platform";
import { billing } from "../contract.ts";
import { nothingOpen } from "../problems.ts";
import { payableInvoices } from "../queries/myInvoices.ts";

/** Begins paying what is open of one's own invoice; pressing twice leads to the same payment. */
export const startPayment = action(billing.startPayment, async (work, { invoiceId }) => {
  const { tx, actor, now, services, request, note } = work;
  const invoice = await payableInvoices(tx, actor)
    .where("i.id", "=", invoiceId)
    .forUpdate("i")
    .executeTakeFirst();
  if (!invoice) throw notFound();
  const openCents = invoice.grossCents - invoice.paidCents;
  if (openCents <= 0) throw nothingOpen();
  const pending = await tx
    .selectFrom("payments")
    .select("checkoutUrl")
    .where("invoiceId", "=", invoiceId)
    .where("status", "=", "pending")
    .where("amountCents", "=", openCents)
    .executeTakeFirst();
  if (pending?.checkoutUrl) return { checkoutUrl: pending.checkoutUrl };
  const entity = await businessEntities.byCode(tx, invoice.businessEntity);
  const paymentId = randomUUIDv7();
  const token = /^bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const back =
    actor.kind === "customer" && token
      ? `/c/${token}/factuur/${invoiceId}`
      : `/partner/invoices/${invoiceId}`;
  const created = await services.payments.create({
    paymentId,
    amountCents: openCents,
    currency: entity.currency,
    description: `${entity.name} ${invoice.number}`,
    returnUrl: `${services.baseUrl}${back}`,
  });
  await tx
    .insertInto("payments")
    .values({
      id: paymentId,
      invoiceId,
      amountCents: openCents,
      method: "ideal",
      status: "pending",
      provider: services.payments.name,
      providerReference: created.reference,
      checkoutUrl: created.checkoutUrl,
      createdAt: now,
    })
    .execute();
  note({
    recordType: "payment",
    recordId: paymentId,
    orderId: invoice.orderId,
    changes: { amountCents: openCents },
  });
  return { checkoutUrl: created.checkoutUrl };
});
