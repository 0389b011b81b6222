import type { Language } from "#crm";

export interface MailText {
  subject: string;
  /** Paragraphs parted by blank lines; `{name}` is filled in; a line `[label]({link})` becomes a button. */
  body: string;
}

/** A mail the product sends, with its own text in each language; the office may write another over it. */
export interface MailTemplate {
  name: string;
  texts: Readonly<Record<Language, MailText>>;
}

const known = new Map<string, MailTemplate>();

/** Declares a mail; its name is capability and occasion, such as `sales/intake-invitation`. */
export const mailTemplate = (name: string, texts: Readonly<Record<Language, MailText>>): MailTemplate => {
  const template = { name, texts };
  known.set(name, template);
  return template;
};

/** Every mail that was declared, by name. */
export const mailTemplates = (): readonly MailTemplate[] =>
  [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name));

export const mailTemplateNamed = (name: string): MailTemplate | undefined => known.get(name);
