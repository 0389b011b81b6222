import { businessEntities } from "#crm";
import { documentKind, mailTemplate, sendMail } from "#messaging";
import { orders } from "#orders";
import { dayText, later, listen, makeLink, moneyText, storeFile, type Work } from "#platform";
import { invoiceSent } from "./events.ts";
import { invoiceById } from "./invoiceStore.ts";

const invoiceMail = mailTemplate("billing/invoice", {
  nl: {
    subject: "Factuur {number} van {entityName}",
    body: "Beste {contactName},\n\nHet werk is klaar. In de bijlage vindt u factuur {number} van {amount}, te betalen vóór {dueOn}.\n\n[Bekijken en betalen]({link})\n\nBent u niet tevreden of klopt er iets niet? Laat het ons weten via {entityPhone}.",
  },
  en: {
    subject: "Invoice {number} from {entityName}",
    body: "Dear {contactName},\n\nThe work is done. Attached you find invoice {number} of {amount}, to be paid before {dueOn}.\n\n[View and pay]({link})\n\nIs anything not right? Let us know at {entityPhone}.",
  },
});

const creditMail = mailTemplate("billing/credit-note", {
  nl: {
    subject: "Creditfactuur {number} van {entityName}",
    body: "Beste {contactName},\n\nIn de bijlage vindt u creditfactuur {number} van {amount}. U hoeft niets te doen.",
  },
  en: {
    subject: "Credit note {number} from {entityName}",
    body: "Dear {contactName},\n\nAttached you find credit note {number} of {amount}. There is nothing to do.",
  },
});

/** The document of a final invoice; made when it is first asked for, and the same file ever after. */
export const invoiceDocument = documentKind("billing/invoice", async (work, invoiceId) => {
  const invoice = await invoiceById(work.tx, invoiceId);
  if (invoice.documentId) return invoice.documentId;
  const [letterhead, order, lines] = await Promise.all([
    businessEntities.byCode(work.tx, invoice.businessEntity),
    orders.byId(work.tx, invoice.orderId),
    work.tx
      .selectFrom("invoiceLines")
      .selectAll()
      .where("invoiceId", "=", invoiceId)
      .orderBy("position")
      .execute(),
  ]);
  const { renderInvoice } = await import("./invoicePdf.ts");
  const bytes = await renderInvoice({ invoice, lines, letterhead, orderNumber: order.number });
  const file = await storeFile(work, {
    bytes,
    name: `${invoice.number}.pdf`,
    kind: "invoice",
    visibility: "internal",
    orderId: invoice.orderId,
    recordId: invoiceId,
  });
  await work.tx.updateTable("invoices").set({ documentId: file.id }).where("id", "=", invoiceId).execute();
  return file.id;
});

/** Where the payer sees and pays the invoice. */
const payLink = async (
  work: Work,
  invoice: { id: string; orderId: string; contactId: string; organizationId: string },
) => {
  const { orderId, contactId, organizationId } = invoice;
  const { url } = await makeLink(work, {
    purpose: "invoice",
    orderId,
    contactId,
    organizationId,
    expiresAt: later(work.now, "P1Y"),
  });
  return `${url}/factuur/${invoice.id}`;
};

/** Once an invoice is final: its document is rendered and mailed with a link to pay. */
export const mailInvoice = listen(invoiceSent, "billing/mail-invoice", async (work, { id: invoiceId }) => {
  const invoice = await invoiceById(work.tx, invoiceId);
  const language = invoice.language === "en" ? "en" : "nl";
  const { orderId, contactId, organizationId } = invoice;
  await sendMail(work, invoice.kind === "credit" ? creditMail : invoiceMail, {
    orderId,
    contactId,
    organizationId,
    key: `invoice:${invoiceId}`,
    attachments: [{ name: `${invoice.number}.pdf`, document: invoiceDocument, recordId: invoiceId }],
    variables: {
      number: invoice.number!,
      amount: moneyText(invoice.grossCents, language),
      dueOn: dayText(invoice.dueOn!, language),
      link: await payLink(work, invoice),
    },
  });
});
