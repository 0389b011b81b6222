import { IconChecklist, IconFileText, IconMailFast, IconSignature, IconX } from "@tabler/icons-react";
import type { EventWords } from "../orders/timelineWords.ts";
import { formatsOf } from "../words/format.ts";
import { lookUp } from "../words/words.ts";
import { salesWords } from "./words.ts";

const reason = ({ reason }: Record<string, unknown>) => (typeof reason === "string" ? reason : undefined);

/** How sales' events are told on a timeline. */
export const salesEvents: EventWords = {
  words: salesWords,
  senses: {
    "sales/intake-sent": { group: "messages", icon: IconMailFast },
    "sales/intake-reminded": { group: "messages", icon: IconMailFast },
    "sales/intake-completed": {
      group: "status",
      tone: "info",
      icon: IconChecklist,
      body: ({ flags }, language) =>
        Array.isArray(flags) && flags.length > 0
          ? flags
              .map((flag) => lookUp(salesWords, language, `intake.flag.${flag}`) ?? String(flag))
              .join(", ")
          : undefined,
    },
    "sales/quote-drafted": { group: "money", icon: IconFileText },
    "sales/quote-sent": {
      group: "money",
      tone: "info",
      icon: IconFileText,
      body: ({ grossCents }, language) =>
        typeof grossCents === "number" ? formatsOf(language).money(grossCents) : undefined,
    },
    "sales/quote-signed": { group: "money", tone: "success", icon: IconSignature },
    "sales/quote-accepted": { group: "money", tone: "success", icon: IconSignature },
    "sales/quote-declined": { group: "money", tone: "danger", icon: IconX, body: reason },
    "sales/quote-revised": { group: "money", tone: "warning", icon: IconFileText, body: reason },
    "sales/quote-expired": { group: "money", tone: "warning", icon: IconFileText },
  },
};
