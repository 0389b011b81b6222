import { z } from "zod";
import { TimelineEntry } from "#orders/contract";
import { endpoint, filledText, Id, Instant, listEndpoint, many, text } from "#platform/contract";

export const MessageRow = z.object({
  id: Id,
  template: z.string(),
  orderId: Id.nullable(),
  orderNumber: z.string().nullable(),
  contactId: Id,
  contactName: z.string(),
  organizationId: Id,
  organizationName: z.string(),
  businessEntity: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  status: z.enum(["queued", "kept", "sent", "failed"]),
  error: z.string().nullable(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
});

/** Something that happened with somebody: a step of an order of theirs, a mail to them, or a change of their own data. */
export const CustomerHappening = TimelineEntry.extend({
  id: z.string(),
  recordId: Id.nullable(),
  orderId: Id.nullable(),
  orderNumber: z.string().nullable(),
  orderCustomer: z.string().nullable(),
});

const timeline = { row: CustomerHappening, sorts: ["at"], defaultSort: "-at", doors: ["office"] } as const;
const happeningNames = { name: many(text(60)).optional() };

const MailText = z.object({ subject: z.string(), body: z.string(), own: z.boolean() });
const Language = z.enum(["nl", "en"]);

export const messaging = {
  messages: listEndpoint({
    name: "messaging.messages",
    summary: "Mail that went out, or waits in the on-screen outbox",
    path: "/messages",
    doors: ["office"],
    row: MessageRow,
    filters: {
      orderId: Id.optional(),
      contactId: Id.optional(),
      organizationId: Id.optional(),
      status: many(MessageRow.shape.status).optional(),
      search: text(80).optional(),
    },
    sorts: ["createdAt"],
    defaultSort: "-createdAt",
  }),
  message: endpoint({
    name: "messaging.message",
    summary: "One mail as the receiver sees it",
    method: "GET",
    path: "/messages/:messageId",
    doors: ["office"],
    params: z.object({ messageId: Id }),
    response: MessageRow.extend({
      fromName: z.string(),
      fromAddress: z.string(),
      body: z.string(),
      html: z.string(),
      /** An iCalendar text that went along. */
      calendar: z.string().nullable(),
      attachments: z.array(z.object({ name: z.string() })),
    }),
  }),
  partyTimeline: listEndpoint({
    ...timeline,
    name: "messaging.partyTimeline",
    summary: "Everything that happened with an organization, newest first",
    path: "/organization-timeline",
    filters: { organizationId: Id, ...happeningNames },
  }),
  contactTimeline: listEndpoint({
    ...timeline,
    name: "messaging.contactTimeline",
    summary: "Everything that happened with a person, newest first",
    path: "/contact-timeline",
    filters: { contactId: Id, ...happeningNames },
  }),
  openAttachment: endpoint({
    name: "messaging.openAttachment",
    summary: "The file behind an attachment; a document is made when it is first asked for",
    method: "POST",
    path: "/messages/:messageId/attachments/open",
    doors: ["office"],
    params: z.object({ messageId: Id }),
    body: z.object({ name: filledText(300) }),
    response: z.object({ fileId: Id, name: z.string() }),
  }),
  resendMessage: endpoint({
    name: "messaging.resendMessage",
    summary: "Send a mail again that could not be delivered",
    method: "POST",
    path: "/messages/:messageId/resend",
    doors: ["office"],
    params: z.object({ messageId: Id }),
    response: z.object({ id: Id }),
  }),
  templates: endpoint({
    name: "messaging.templates",
    summary: "Every mail the product sends, with its text in each language",
    method: "GET",
    path: "/mail-templates",
    doors: ["office"],
    response: z.object({
      rows: z.array(
        z.object({ name: z.string(), nl: MailText, en: MailText, variables: z.array(z.string()) }),
      ),
    }),
  }),
  changeTemplate: endpoint({
    name: "messaging.changeTemplate",
    summary: "Write another text over a mail; an empty body brings the product's own text back",
    method: "PUT",
    path: "/mail-templates/text",
    doors: ["office"],
    body: z.object({
      name: filledText(120),
      language: Language,
      subject: text(300),
      body: text(10_000),
    }),
    response: z.object({ name: z.string(), language: Language, own: z.boolean() }),
  }),
};
