import type { z } from "zod";
import type { AuditLine } from "#platform/desk/contract";
import { billingWords } from "../billing/words.ts";
import { fieldEventWords } from "../field/fieldEvents.ts";
import { statusWord } from "../orders/status.ts";
import { orderWords } from "../orders/words.ts";
import { planningSettingWords } from "../planning/settings/words.ts";
import { visitWords } from "../planning/words.ts";
import { salesWords } from "../sales/words.ts";
import { formatsOf } from "../words/format.ts";
import type { Language } from "../words/language.ts";
import { plainText } from "../words/plainText.ts";
import { lookUp, type Texts, type Words } from "../words/words.ts";
import { auditWords } from "./auditWords.ts";

type Line = z.infer<typeof AuditLine>;

/** What a line of the audit log is about, in words; a code nobody named stays a code. */
export const recordOf = ({ recordType }: Pick<Line, "recordType">, language: Language) =>
  recordType && (lookUp(auditWords, language, `record.${recordType}`) ?? recordType);

/** Under which word each capability keeps the names of its statuses, by the record they are of. */
const statusWords: Readonly<Record<string, [Words<Texts>, string]>> = {
  intake: [salesWords, "intake.status"],
  invoice: [billingWords, "status"],
  quote: [salesWords, "quote.status"],
  sign_off: [salesWords, "quote.signOff"],
  visit: [visitWords, "status"],
  work_order: [fieldEventWords, "status"],
};

const statusOf = (recordType: string | null, status: string, language: Language) => {
  if (recordType === "order") return statusWord(status, language);
  const [texts, place] = statusWords[recordType ?? ""] ?? [];
  return (texts && lookUp(texts, language, `${place}.${status}`)) ?? status;
};

/** In which language a line is read, and how an entity is called there. */
export interface Reading {
  language: Language;
  entityName?: (code: string) => string;
}

const valueOf = (
  line: Pick<Line, "recordType">,
  field: string,
  value: unknown,
  { language, entityName = (code) => code }: Reading,
) => {
  if (value === null || value === undefined) return "–";
  if (field === "businessEntity") return entityName(plainText(value));
  if (field === "businessEntities" && Array.isArray(value))
    return value.map((code) => entityName(plainText(code))).join(", ");
  if (field === "billingState")
    return lookUp(orderWords, language, `billing.${plainText(value)}`) ?? plainText(value);
  if (field.endsWith("Cents") && typeof value === "number") return formatsOf(language).money(value);
  if (field === "status") return statusOf(line.recordType, plainText(value), language);
  return plainText(value);
};

const fieldOf = (recordType: string | null, field: string, language: Language) =>
  (recordType === "planning_settings" && lookUp(planningSettingWords, language, `name.${field}`)) ||
  (lookUp(auditWords, language, `field.${field}`) ?? field);

/** Fields whose value is a list, not what it was and what it is. */
const isList = new Set(["fields", "businessEntities"]);

/** What changed, field by field: what it was, and what it is. */
export const changesOf = (
  line: Pick<Line, "recordType" | "changes" | "reason">,
  reading: Reading,
): string => {
  const { language } = reading;
  const told = Object.entries(line.changes).map(([field, value]) => {
    const name = fieldOf(line.recordType, field, language);
    const isPair = Array.isArray(value) && value.length === 2 && !isList.has(field);
    const shown = isPair
      ? value.map((each: unknown) => valueOf(line, field, each, reading)).join(" → ")
      : valueOf(line, field, value, reading);
    return `${name}: ${shown}`;
  });
  const reason =
    line.reason && line.recordType === "order"
      ? (lookUp(orderWords, language, `cancel.${line.reason}`) ?? line.reason)
      : line.reason;
  return [...told, reason].filter(Boolean).join(" · ");
};
