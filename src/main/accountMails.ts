import { addContactTo, organizations, splitName } from "#crm";
import { mailTemplate, sendMail } from "#messaging";
import type { MagicLink, Work } from "#platform";

const signInLink = mailTemplate("identity/sign-in-link", {
  nl: {
    subject: "Uw link om in te loggen",
    body: "Beste {contactName},\n\nMet deze knop logt u in. De link werkt een kwartier en één keer.\n\n[Inloggen]({link})\n\nHebt u dit niet gevraagd? Dan hoeft u niets te doen.",
  },
  en: {
    subject: "Your link to sign in",
    body: "Dear {contactName},\n\nThis button signs you in. The link works for fifteen minutes, once.\n\n[Sign in]({link})\n\nDid you not ask for this? Then there is nothing to do.",
  },
});

const invitation = mailTemplate("identity/invitation", {
  nl: {
    subject: "Welkom bij het platform van {entityName}",
    body: "Beste {contactName},\n\nEr staat een account voor u klaar. De link werkt zeven dagen.\n\n[Account openen]({link})",
  },
  en: {
    subject: "Welcome to the platform of {entityName}",
    body: "Dear {contactName},\n\nAn account is waiting for you. The link works for seven days.\n\n[Open your account]({link})",
  },
});

/** The contact behind an account: everybody we write to is a contact of an organization. */
const contactBehind = async (work: Work, { email, name, language }: MagicLink) => {
  const user = await work.tx
    .selectFrom("users")
    .select(["id", "contactId", "organizationId"])
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  const organizationId = user.organizationId ?? (await organizations.own(work.tx)).id;
  if (user.contactId) return { contactId: user.contactId, organizationId };
  const contact = await addContactTo(work, organizationId, "member", {
    ...splitName(name),
    email,
    phone: null,
    language,
  });
  await work.tx.updateTable("users").set({ contactId: contact.id }).where("id", "=", user.id).execute();
  return { contactId: contact.id, organizationId };
};

/** Mails a link to sign in with, or an invitation, in the transaction that made the link. */
export const sendMagicLink = async (work: Work, link: MagicLink): Promise<void> => {
  const who = await contactBehind(work, link);
  const template = link.occasion === "invitation" ? invitation : signInLink;
  await sendMail(work, template, { orderId: null, ...who, variables: { link: link.url } });
};
