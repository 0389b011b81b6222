import { businessEntities, type Language } from "#crm";
import { openException, orders, statusForCustomer } from "#orders";
import { type Db, notFound, statement, type Tx, together, type Work } from "#platform";
import { phoneText } from "#platform/contract";
import { deliverMail } from "./deliverMail.ts";
import type { DocumentKind } from "./documents.ts";
import { mailSent } from "./events.ts";
import { fillSubject, htmlOf, textOf } from "./render.ts";
import type { MailTemplate, MailText } from "./template.ts";

/** A file, or a document that is made when the mail leaves the house or somebody opens it. */
export type Attachment = { name: string } & (
  | { fileId: string }
  | { document: DocumentKind; recordId: string }
);

const attachmentRow = (messageId: string, attachment: Attachment) =>
  "fileId" in attachment
    ? { messageId, name: attachment.name, fileId: attachment.fileId }
    : { messageId, name: attachment.name, document: attachment.document.name, recordId: attachment.recordId };

export interface MailToSend {
  /** What it is about; null for mail outside any order, which then says whose brand it wears. */
  orderId: string | null;
  businessEntity?: string;
  contactId: string;
  organizationId: string;
  /** Beside contactName, customerName, orderNumber, orderStatus, entityName and entityPhone, which are always there. */
  variables?: Readonly<Record<string, string>>;
  attachments?: readonly Attachment[];
  /** The appointment it is about, as an iCalendar text with its method. */
  calendar?: string;
  /** A mail with a key is sent once, however often it is asked for. */
  key?: string;
}

/** Who is written to, with the office's own text in their language when there is one. */
const recipientOf = statement((db, contactId: string, template: string) =>
  db
    .selectFrom("contacts as c")
    .leftJoin("mailTexts as t", (join) =>
      join.onRef("t.language", "=", "c.language").on("t.template", "=", template),
    )
    .select(["c.id", "c.name", "c.email", "c.language", "t.subject", "t.body"])
    .where("c.id", "=", contactId),
);

const entityFor = async (tx: Db, code: string | undefined) => {
  if (code) return businessEntities.byCode(tx, code);
  const [first] = await businessEntities.all(tx);
  if (!first) throw new Error("There is no business entity to send mail for");
  return first;
};

/** What goes into every mail: its order, the brand it wears, who reads it, and how the order stands in their words. */
const partsOf = async (tx: Tx, template: MailTemplate, mail: MailToSend) => {
  const order = mail.orderId ? await orders.byId(tx, mail.orderId) : null;
  const [entity, [contact], inWords] = await together(tx, (db) => [
    entityFor(db, order?.businessEntity ?? mail.businessEntity),
    recipientOf(db, mail.contactId, template.name),
    order ? statusForCustomer(db, order.status) : Promise.resolve(null),
  ]);
  if (!contact) throw notFound();
  const language = contact.language as Language;
  const { subject, body } = contact;
  const text: MailText = subject === null || body === null ? template.texts[language] : { subject, body };
  return { order, entity, contact, language, text, orderStatus: inWords?.[language] ?? "" };
};

/** How a mail begins: waiting for the job that brings it out, or kept where none leaves the house. */
const beginning = ({ services, now }: Work) =>
  services.mailer.leavesTheHouse ? {} : { status: "kept", attempts: 1, sentAt: now };

/**
 * Puts a mail in the outbox, in the contact's language and the brand of the order's entity; a job brings it out. A contact
 * without a mail address becomes an exception for the office instead.
 */
export const sendMail = async (work: Work, template: MailTemplate, mail: MailToSend): Promise<void> => {
  const { tx, now } = work;
  const { order, entity, contact, language, text, orderStatus } = await partsOf(tx, template, mail);
  if (!contact.email)
    return openException(work, {
      orderId: mail.orderId,
      kind: "no_mail_address",
      key: template.name,
      facts: { template: template.name },
    });
  const variables = {
    contactName: contact.name,
    customerName: order?.customerName ?? contact.name,
    orderNumber: order?.number ?? "",
    orderStatus,
    entityName: entity.name,
    entityPhone: entity.phone ? phoneText(entity.phone) : "",
    ...mail.variables,
  };
  const subject = fillSubject(text.subject, variables);
  const added = await tx
    .insertInto("messages")
    .values({
      key: mail.key ?? null,
      template: template.name,
      orderId: mail.orderId,
      organizationId: mail.organizationId,
      contactId: contact.id,
      businessEntity: entity.code,
      language,
      toAddress: contact.email,
      fromName: entity.name,
      fromAddress: entity.mailAddress,
      subject,
      body: textOf(text.body, variables),
      html: htmlOf(text, variables, entity, language),
      calendar: mail.calendar ?? null,
      createdAt: now,
      ...beginning(work),
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return;
  const attachments = (mail.attachments ?? []).map((attachment) => attachmentRow(added.id, attachment));
  if (attachments.length > 0) await tx.insertInto("messageAttachments").values(attachments).execute();
  const { orderId } = mail;
  if (work.services.mailer.leavesTheHouse)
    work.schedule(deliverMail({ messageId: added.id }, { key: `mail:${added.id}`, orderId }));
  else work.announce(mailSent({ id: added.id, orderId, template: template.name, subject }));
};
