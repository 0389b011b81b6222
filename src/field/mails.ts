import { mailTemplate, sendMail } from "#messaging";
import { orders } from "#orders";
import type { Work } from "#platform";
import { workOrderFile } from "./workOrderFile.ts";

/** Thanks the customer, with the signed work order. */
export const workDone = mailTemplate("field/work-done", {
  nl: {
    subject: "Het werk is klaar ({orderNumber})",
    body: `Beste {contactName},

Ons werk bij u is klaar. In de bijlage vindt u de werkbon die {signedName} heeft getekend.

Werkt er iets niet zoals het hoort? Bel ons: {entityPhone}.`,
  },
  en: {
    subject: "The work is done ({orderNumber})",
    body: `Dear {contactName},

Our work at your place is done. Attached is the work order that {signedName} signed.

Does something not work as it should? Call us: {entityPhone}.`,
  },
});

/** Mails the customer the signed work order. */
export const mailWorkOrder = async (
  work: Work,
  done: { id: string; orderId: string; number: string; signedName: string },
): Promise<void> => {
  const order = await orders.byId(work.tx, done.orderId);
  await sendMail(work, workDone, {
    orderId: order.id,
    contactId: order.contactId,
    organizationId: order.endCustomerId,
    variables: { signedName: done.signedName },
    attachments: [{ name: `${done.number}.pdf`, document: workOrderFile, recordId: done.id }],
    key: `work-done:${done.id}`,
  });
};
