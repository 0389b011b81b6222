import { IconCash, IconFileInvoice, IconLock, IconLockOpen } from "@tabler/icons-react";
import type { EventWords } from "../orders/timelineWords.ts";
import { formatsOf } from "../words/format.ts";
import { billingWords } from "./words.ts";

const amount = (payload: Record<string, unknown>, language: "nl" | "en", key: string) => {
  const cents = payload[key];
  return typeof cents === "number" ? formatsOf(language).money(cents) : undefined;
};

/** How billing's events are told on a timeline. */
export const billingEvents: EventWords = {
  words: billingWords,
  senses: {
    "billing/invoices-drafted": { group: "money", icon: IconFileInvoice },
    "billing/invoice-sent": {
      group: "money",
      tone: "info",
      icon: IconFileInvoice,
      body: (payload, language) => amount(payload, language, "grossCents"),
    },
    "billing/payment-received": {
      group: "money",
      tone: "success",
      icon: IconCash,
      body: (payload, language) => amount(payload, language, "amountCents"),
    },
    "billing/invoice-paid": { group: "money", tone: "success", icon: IconCash },
    "billing/invoice-credited": {
      group: "money",
      tone: "warning",
      icon: IconFileInvoice,
      body: ({ reason }) => (typeof reason === "string" ? reason : undefined),
    },
    "billing/order-closed-unbilled": {
      group: "status",
      tone: "success",
      icon: IconLock,
      body: ({ reason }) => (typeof reason === "string" ? reason : undefined),
    },
    "billing/check-reopened": { group: "status", tone: "warning", icon: IconLockOpen },
    "billing/order-closed": { group: "status", tone: "success", icon: IconLock },
  },
};
