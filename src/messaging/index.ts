import type { Capability } from "#platform";
import { changeTemplate } from "./actions/changeTemplate.ts";
import { openAttachment } from "./actions/openAttachment.ts";
import { resendMessage } from "./actions/resendMessage.ts";
import { deliverMail } from "./deliverMail.ts";
import { contactTimeline, partyTimeline } from "./queries/customerTimeline.ts";
import { messageById, messagesList } from "./queries/messages.ts";
import { templatesList } from "./queries/templates.ts";

export { type DocumentKind, documentKind } from "./documents.ts";
export { type Mailer, type OutgoingMail, outboxMailer, smtpMailer } from "./mailer.ts";
export { type Attachment, type MailToSend, sendMail } from "./sendMail.ts";
export { type MailTemplate, type MailText, mailTemplate } from "./template.ts";

/** Talking to people: mails from templates in the entity's brand, kept with contact, organization and order. */
export const messaging: Capability = {
  name: "messaging",
  routes: [
    messagesList,
    messageById,
    partyTimeline,
    contactTimeline,
    resendMessage,
    openAttachment,
    templatesList,
    changeTemplate,
  ],
  jobs: [deliverMail],
};
