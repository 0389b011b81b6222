import type { InvoiceStatus } from "#billing/contract";
import type { Tone } from "../ui/theme.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp } from "../words/words.ts";
import { billingWords } from "./words.ts";

/** The tone of each status of an invoice. */
export const invoiceTones: Record<InvoiceStatus, Tone> = {
  draft: "neutral",
  sent: "info",
  partial: "progress",
  paid: "success",
  credited: "neutral",
};

/** The word for a code of the server, such as `names("status", "sent")`. */
export const useBillingNames = () => {
  const language = useLanguage();
  return (group: "status" | "method" | "payment", code: string) =>
    lookUp(billingWords, language, `${group}.${code}`) ?? code;
};

/** Whether an invoice should have been paid by this day. */
export const isLate = (invoice: { status: InvoiceStatus; dueOn: string | null }, today: string) =>
  (invoice.status === "sent" || invoice.status === "partial") &&
  invoice.dueOn !== null &&
  invoice.dueOn < today;
