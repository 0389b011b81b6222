import type { Language } from "#crm";
import { query } from "#platform";
import { messaging } from "../contract.ts";
import { mayReadMessages } from "../policy.ts";
import { type MailTemplate, mailTemplates } from "../template.ts";

const standard = ["contactName", "customerName", "orderNumber", "orderStatus", "entityName", "entityPhone"];

/** The words that are filled in: the standard ones and those the product's own text uses. */
export const variablesOf = ({ texts }: MailTemplate): string[] => {
  const used = Object.values(texts).flatMap(({ subject, body }) => [
    ...`${subject} ${body}`.matchAll(/\{(\w+)\}/g),
  ]);
  return [...new Set([...standard, ...used.map((found) => found[1]!)])];
};

export const templatesList = query(messaging.templates, async ({ db, actor, authorize }) => {
  authorize(mayReadMessages(actor));
  const own = await db.selectFrom("mailTexts").selectAll().execute();
  const textOf = (template: MailTemplate, language: Language) => {
    const written = own.find((text) => text.template === template.name && text.language === language);
    const { subject, body } = written ?? template.texts[language];
    return { subject, body, own: written !== undefined };
  };
  return {
    rows: mailTemplates().map((template) => ({
      name: template.name,
      nl: textOf(template, "nl"),
      en: textOf(template, "en"),
      variables: variablesOf(template),
    })),
  };
});
