import { markLines, orders } from "#orders";
import { action, json, type VatTotal, type Work } from "#platform";
import { billing } from "../contract.ts";
import { invoiceCredited } from "../events.ts";
import { refreshBillingState } from "../invoiceOrder.ts";
import { invoiceStatus } from "../invoiceStatus.ts";
import { addLines, finalize, type Invoice, lockInvoice } from "../invoiceStore.ts";
import { mayCredit } from "../policy.ts";
import { viewInvoice } from "../queries/invoice.ts";

/** The credit note of an invoice: the same lines at the opposite price. */
const addCreditNote = async ({ tx, now }: Work, invoice: Invoice): Promise<Invoice> => {
  const { businessEntity, orderId, organizationId, contactId, language, addressee, purchaseOrder } = invoice;
  const vat = (invoice.vat as unknown as VatTotal[]).map((rate) => ({
    ...rate,
    netCents: -rate.netCents,
    vatCents: -rate.vatCents,
  }));
  const note = await tx
    .insertInto("invoices")
    .values({
      kind: "credit",
      creditOfId: invoice.id,
      businessEntity,
      orderId,
      organizationId,
      contactId,
      language,
      addressee,
      purchaseOrder,
      netCents: -invoice.netCents,
      vatCents: -invoice.vatCents,
      grossCents: -invoice.grossCents,
      vat: json(vat),
      createdAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const lines = await tx
    .selectFrom("invoiceLines")
    .selectAll()
    .where("invoiceId", "=", invoice.id)
    .orderBy("position")
    .execute();
  const opposite = lines.map((line) => ({
    ...line,
    unitPriceCents: -line.unitPriceCents,
    totalCents: -line.totalCents,
  }));
  await addLines(tx, note.id, opposite);
  return note as Invoice;
};

/** Undoes a final invoice with a credit note in the same series; the order can be invoiced anew. */
export const creditInvoice = action(billing.creditInvoice, async (work, { invoiceId, reason }) => {
  const { tx, actor, authorize, announce, note } = work;
  authorize(mayCredit(actor));
  const invoice = await lockInvoice(tx, invoiceId);
  const status = invoiceStatus.move("credit", invoice);
  const credit = await finalize(work, await addCreditNote(work, invoice));
  await tx.updateTable("invoices").set({ status }).where("id", "=", invoiceId).execute();
  await tx
    .updateTable("invoices")
    .set({ status: "paid", paidAt: work.now, paidCents: credit.grossCents })
    .where("id", "=", credit.id)
    .execute();
  const { orderId, organizationId } = invoice;
  await markLines(work, orderId, "installed", { billedToId: organizationId });
  await orders.change(work, orderId, { closedAt: null });
  await refreshBillingState(work, orderId);
  note({
    recordType: "invoice",
    recordId: invoiceId,
    orderId,
    changes: { creditedBy: credit.number },
    reason,
  });
  announce(invoiceCredited({ id: invoiceId, orderId, organizationId, number: invoice.number!, reason }));
  return viewInvoice(tx, actor, credit.id);
});
