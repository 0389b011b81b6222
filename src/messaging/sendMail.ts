import { businessEntities } from "#crm";
import { openException, orders, statusForCustomer } from "#orders";
import { notFound, statement, type Tx, type Work } from "#platform";
import { deliverMail } from "./deliverMail.ts";
import type { DocumentKind } from "./documents.ts";
import { fillSubject, htmlOf, textOf } from "./render.ts";
import type { Language, MailTemplate, MailText } from "./template.ts";

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

const ownText = statement((db, template: string, language: Language) =>
  db
    .selectFrom("mailTexts")
    .select(["subject", "body"])
    .where("template", "=", template)
    .where("language", "=", language),
);

const textFor = async (tx: Tx, template: MailTemplate, language: Language): Promise<MailText> => {
  const [own] = await ownText(tx, template.name, language);
  return own ?? template.texts[language];
};

const contactWithId = statement((db, id: string) =>
  db.selectFrom("contacts").selectAll().where("id", "=", id),
);

const entityFor = async (tx: Tx, code: string | undefined) => {
  if (code) return businessEntities.byCode(tx, code);
  const [first] = await businessEntities.all(tx);
  if (!first) throw new Error("There is no business entity to send mail for");
  return first;
};

/**
 * Puts a mail in the outbox, in the contact's language and the brand of the order's entity; a job brings it out. A contact
 * without a mail address becomes an exception for the office instead.
 */
export const sendMail = async (work: Work, template: MailTemplate, mail: MailToSend): Promise<void> => {
  const { tx, now } = work;
  const order = mail.orderId ? await orders.byId(tx, mail.orderId) : null;
  const entity = await entityFor(tx, order?.businessEntity ?? mail.businessEntity);
  const [contact] = await contactWithId(tx, mail.contactId);
  if (!contact) throw notFound();
  if (!contact.email)
    return openException(work, {
      orderId: mail.orderId,
      kind: "no_mail_address",
      key: template.name,
      facts: { template: template.name },
    });
  const language = contact.language as Language;
  const variables = {
    contactName: contact.name,
    customerName: order?.customerName ?? contact.name,
    orderNumber: order?.number ?? "",
    orderStatus: order ? await statusForCustomer(tx, order.status, language) : "",
    entityName: entity.name,
    entityPhone: entity.phone ?? "",
    ...mail.variables,
  };
  const text = await textFor(tx, template, language);
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
      subject: fillSubject(text.subject, variables),
      body: textOf(text.body, variables),
      html: htmlOf(text, variables, entity, language),
      calendar: mail.calendar ?? null,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return;
  const attachments = (mail.attachments ?? []).map((attachment) => attachmentRow(added.id, attachment));
  if (attachments.length > 0) await tx.insertInto("messageAttachments").values(attachments).execute();
  work.schedule(deliverMail({ messageId: added.id }, { key: `mail:${added.id}`, orderId: mail.orderId }));
};
