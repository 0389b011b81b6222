import { businessEntities } from "#crm";
import {
  type ActionContext,
  type Actor,
  action,
  asks,
  notFound,
  type Outcome,
  type Request,
} from "#platform";
import { billing } from "../contract.ts";
import { pendingPayment } from "../payments/pendingPayment.ts";
import type { Checkout, PaymentRequest } from "../payments/provider.ts";
import { withinPatience } from "../payments/withinPatience.ts";
import { nothingOpen, providerAway } from "../problems.ts";
import { payableInvoices } from "../queries/myInvoices.ts";

/** Where the payer comes back to: a customer over the link it came by. */
const returnPath = (actor: Actor, request: Request, invoiceId: string) => {
  const token = /^bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return actor.kind === "customer" && token
    ? `/c/${token}/factuur/${invoiceId}`
    : `/partner/invoices/${invoiceId}`;
};

/** Keeps where to pay. When the provider stayed away the payment waits, to be asked for again under the same id. */
const keepCheckout = async ({ tx }: ActionContext, paymentId: string, outcome: Outcome<Checkout>) => {
  if ("error" in outcome) throw providerAway();
  const { reference, checkoutUrl } = outcome.value;
  await tx
    .updateTable("payments")
    .set({ providerReference: reference, checkoutUrl })
    .where("id", "=", paymentId)
    .execute();
  return { checkoutUrl };
};

/**
 * Begins paying what is open of one's own invoice; pressing twice leads to the same payment. The provider is asked between two
 * transactions, under an id that was written in the first, so that whatever ends halfway is taken up again and paid once.
 */
export const startPayment = action(billing.startPayment, async (work, { invoiceId }) => {
  const { tx, actor, services, request } = work;
  const invoice = await payableInvoices(tx, actor)
    .where("i.id", "=", invoiceId)
    .forUpdate("i")
    .executeTakeFirst();
  if (!invoice) throw notFound();
  const openCents = invoice.grossCents - invoice.paidCents;
  if (openCents <= 0) throw nothingOpen();
  const { id: paymentId, checkoutUrl } = await pendingPayment(work, invoice, openCents);
  if (checkoutUrl) return { checkoutUrl };
  const entity = await businessEntities.byCode(tx, invoice.businessEntity);
  const asked: PaymentRequest = {
    paymentId,
    amountCents: openCents,
    currency: entity.currency,
    description: `${entity.name} ${invoice.number}`,
    returnUrl: `${services.baseUrl}${returnPath(actor, request, invoiceId)}`,
  };
  return asks(
    () => withinPatience(services.payments.create(asked)),
    (context, outcome) => keepCheckout(context, paymentId, outcome),
  );
});
