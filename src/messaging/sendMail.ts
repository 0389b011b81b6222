import { z } from "zod";
import { businessEntities } from "#crm";
import { openException, orders, statusForCustomer } from "#orders";
import { type JobKind, job, later, pauseAfter, type Tx, type Work } from "#platform";
import { type DocumentKind, fileOf } from "./documents.ts";
import { mailFailed, mailSent } from "./events.ts";
import type { OutgoingMail } from "./mailer.ts";
import { fillSubject, htmlOf, textOf } from "./render.ts";
import type { Language, MailTemplate, MailText } from "./template.ts";

const mostAttempts = 6;

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

const textFor = async (tx: Tx, template: MailTemplate, language: Language): Promise<MailText> => {
  const own = await tx
    .selectFrom("mailTexts")
    .select(["subject", "body"])
    .where("template", "=", template.name)
    .where("language", "=", language)
    .executeTakeFirst();
  return own ?? template.texts[language];
};

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
  const contact = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("id", "=", mail.contactId)
    .executeTakeFirstOrThrow();
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

const attachmentsOf = async (work: Work, messageId: string) => {
  const rows = await work.tx
    .selectFrom("messageAttachments")
    .selectAll()
    .where("messageId", "=", messageId)
    .execute();
  const made: OutgoingMail["attachments"] = [];
  for (const row of rows) {
    const fileId = await fileOf(work, row);
    const { sha256, mediaType } = await work.tx
      .selectFrom("files")
      .select(["sha256", "mediaType"])
      .where("id", "=", fileId)
      .executeTakeFirstOrThrow();
    made.push({ filename: row.name, contentType: mediaType, content: await work.services.files.get(sha256) });
  }
  return made;
};

/** Brings one mail out; a failure is tried again with growing pauses, and after the last try a person hears of it. */
export const deliverMail: JobKind<{ messageId: string }> = job(
  "messaging/deliver-mail",
  z.object({ messageId: z.string() }),
  async (work, { messageId }) => {
    const { tx, now, services } = work;
    const message = await tx
      .selectFrom("messages")
      .selectAll()
      .where("id", "=", messageId)
      .where("status", "in", ["queued", "failed"])
      .executeTakeFirst();
    if (!message) return;
    const { orderId, template, subject } = message;
    const attempts = message.attempts + 1;
    try {
      const status = await services.mailer.send({
        messageId: `<${message.id}@${message.fromAddress.split("@")[1]}>`,
        from: { name: message.fromName, address: message.fromAddress },
        to: message.toAddress,
        subject,
        text: message.body,
        html: message.html,
        calendar: message.calendar,
        attachments: services.mailer.leavesTheHouse ? await attachmentsOf(work, messageId) : [],
      });
      await tx
        .updateTable("messages")
        .set({ status, attempts, error: null, sentAt: now })
        .where("id", "=", messageId)
        .execute();
      work.announce(mailSent({ id: messageId, orderId, template, subject }));
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
      const isLast = attempts >= mostAttempts;
      await tx
        .updateTable("messages")
        .set({ status: isLast ? "failed" : "queued", attempts, error: reason })
        .where("id", "=", messageId)
        .execute();
      if (!isLast) {
        work.schedule(deliverMail({ messageId }, { at: later(now, pauseAfter(attempts)), orderId }));
        return;
      }
      work.announce(mailFailed({ id: messageId, orderId, template, subject, error: reason }));
      await openException(work, {
        orderId,
        kind: "mail_failed",
        key: messageId,
        facts: { to: message.toAddress, error: reason },
      });
    }
  },
);
