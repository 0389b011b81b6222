import { action, actorName, notFound } from "#platform";
import { messaging } from "../contract.ts";
import { mayChangeTexts } from "../policy.ts";
import { unknownVariable } from "../problems.ts";
import { variablesOf } from "../queries/templates.ts";
import { mailTemplateNamed } from "../template.ts";

/** Writes another text over a mail; empty brings the product's own back. */
export const changeTemplate = action(
  messaging.changeTemplate,
  async (work, { name, language, subject, body }) => {
    const { tx, actor, now, authorize, note } = work;
    authorize(mayChangeTexts(actor));
    const template = mailTemplateNamed(name);
    if (!template) throw notFound();
    const own = body !== "";
    const allowed = new Set(variablesOf(template));
    const unknown = [...`${subject} ${body}`.matchAll(/\{(\w+)\}/g)]
      .map((found) => found[1]!)
      .filter((word) => !allowed.has(word));
    if (unknown.length > 0)
      throw unknownVariable({
        errors: unknown.map((word) => ({
          pointer: "/body",
          problem: "unknown-variable",
          message: `{${word}}`,
        })),
        allowed: [...allowed],
      });
    await tx.deleteFrom("mailTexts").where("template", "=", name).where("language", "=", language).execute();
    if (own)
      await tx
        .insertInto("mailTexts")
        .values({
          template: name,
          language,
          subject: subject || template.texts[language].subject,
          body,
          changedAt: now,
          changedBy: actorName(actor),
        })
        .execute();
    note({ recordType: "mail_text", changes: { name, language, own } });
    return { name, language, own };
  },
);
