import type { z } from "zod";
import type { ExceptionRow } from "#orders/contract";
import { salesWords } from "../sales/words.ts";
import { formatsOf } from "../words/format.ts";
import { type Language, useLanguage } from "../words/language.ts";
import { plainText } from "../words/plainText.ts";
import { lookUp } from "../words/words.ts";
import { exceptionWords } from "./exceptionWords.ts";
import { statusWord } from "./status.ts";

export type ExceptionRow = z.infer<typeof ExceptionRow>;

/** What solves an exception: something done on the spot, or a place on the order's page. */
export type Remedy =
  | { does: "address" | "article" | "compare" | "replay" | "resend" }
  /** Something the house says about itself. */
  | { does: "settings"; to: string }
  | { does: "go"; word: "call" | "quote" | "visits" | "customer" | "invoices" | "order"; hash?: string };

const remedies: Record<string, Remedy> = {
  address_unverified: { does: "address" },
  address_incomplete: { does: "address" },
  unknown_sku: { does: "article" },
  repeated_with_other_content: { does: "compare" },
  contact_lead: { does: "go", word: "call" },
  webhook_failed: { does: "replay" },
  mail_failed: { does: "resend" },
  no_mail_address: { does: "go", word: "customer", hash: "people" },
  quote_needs_lines: { does: "go", word: "quote", hash: "quote" },
  quote_declined: { does: "go", word: "quote", hash: "quote" },
  intake_expired: { does: "go", word: "call" },
  lmra_failed: { does: "go", word: "visits", hash: "visits" },
  evidence_missing: { does: "go", word: "visits", hash: "visits" },
  visit_cancelled: { does: "go", word: "visits", hash: "visits" },
  no_slot: { does: "go", word: "visits", hash: "visits" },
  promise_at_risk: { does: "go", word: "visits", hash: "visits" },
  certificate_expires: { does: "go", word: "visits", hash: "visits" },
  appointment_dropped: { does: "go", word: "visits", hash: "visits" },
  intake_by_phone: { does: "go", word: "call", hash: "intake" },
  invoice_unpaid: { does: "go", word: "invoices", hash: "invoices" },
  no_signer: { does: "go", word: "customer", hash: "people" },
  seller_incomplete: { does: "settings", to: "/settings?tab=entities" },
  order_to_check: { does: "go", word: "invoices", hash: "invoices" },
  quote_call: { does: "go", word: "call", hash: "quote" },
  quote_expired: { does: "go", word: "quote", hash: "quote" },
  quote_to_check: { does: "go", word: "quote", hash: "quote" },
  unknown_article: { does: "go", word: "quote", hash: "quote" },
  work_called_off: { does: "go", word: "visits", hash: "visits" },
  payment_overdue: { does: "go", word: "invoices", hash: "invoices" },
};

/** What solves an exception of this kind; the order's page when nothing is known about it. */
export const remedyOf = (kind: string): Remedy => remedies[kind] ?? { does: "go", word: "order" };

const inWords = (key: string, value: unknown, language: Language): string => {
  if (Array.isArray(value)) return value.map((each) => inWords(key, each, language)).join(", ");
  if (value === null || value === undefined || typeof value === "object") return "";
  const code = plainText(value);
  if (key === "reasons")
    return (
      lookUp(exceptionWords, language, `title.${code}`) ??
      lookUp(exceptionWords, language, `reason.${code}`) ??
      lookUp(salesWords, language, `intake.flag.${code}`) ??
      code.replaceAll("_", " ")
    );
  if (key === "on" && typeof value === "string") return formatsOf(language).day(value);
  if (key === "why") return lookUp(exceptionWords, language, `noRoom.${code}`) ?? code;
  if (key === "missing") return lookUp(exceptionWords, language, `evidence.${code}`) ?? code;
  if (key === "fields") return lookUp(exceptionWords, language, `sellerField.${code}`) ?? code;
  if (key === "status") return statusWord(code, language);
  return code;
};

/** Every fact a sentence may ask for; what was not given stays empty. */
const askable = [
  "postalCode",
  "sku",
  "notes",
  "status",
  "event",
  "error",
  "to",
  "reason",
  "reasons",
  "answer",
  "missing",
  "number",
  "on",
  "waitsFor",
  "payerName",
  "articleNumber",
  "name",
  "why",
  "fields",
  "toBill",
];

/** Title and reason of an exception in people's words. */
export const describeException = (
  { kind, facts }: Pick<ExceptionRow, "kind" | "facts">,
  language: Language,
) => {
  const given = Object.fromEntries(
    [...askable, ...Object.keys(facts)].map((key) => [key, inWords(key, facts[key], language)]),
  );
  const readable = kind.replaceAll("_", " ");
  return {
    title:
      lookUp(exceptionWords, language, `title.${kind}`) ?? readable[0]?.toUpperCase() + readable.slice(1),
    why: (
      lookUp(exceptionWords, language, `why.${kind}`, given) ?? lookUp(exceptionWords, language, "why.other")
    )?.trim() as string,
  };
};

export const useException = (row: ExceptionRow) => describeException(row, useLanguage());
