import {
  IconAlertTriangle,
  IconArrowRight,
  IconCheck,
  IconEye,
  IconFilePlus,
  IconListDetails,
  IconMail,
  IconMailX,
  IconPaperclip,
  IconPencil,
  IconTrash,
} from "@tabler/icons-react";
import type { Language } from "../words/language.ts";
import { plainText } from "../words/plainText.ts";
import { lookUp, words } from "../words/words.ts";
import { exceptionWords } from "./exceptionWords.ts";
import { fileWords } from "./files/fileWords.ts";
import { statusWord } from "./status.ts";
import type { EventWords } from "./timelineWords.ts";
import { orderWords } from "./words.ts";

const eventWords = words({
  nl: {
    events: {
      "orders/order-created": "Order aangemaakt",
      "orders/order-moved": "{status}",
      "orders/lines-changed": "Regels gewijzigd, totaal {total}",
      "orders/order-changed": "{fields} gewijzigd",
      "orders/exception-opened": "Wacht op iemand: {about}",
      "orders/exception-resolved": "Opgelost: {about}",
      "orders/file-added": "Bestand toegevoegd: {fileName}",
      "orders/file-removed": "Bestand verwijderd: {fileName}",
      "orders/file-shown": "Zichtbaarheid van bestand gewijzigd: {fileName}",
      "messaging/mail-sent": "Mail verstuurd: {subject}",
      "messaging/mail-failed": "Mail niet aangekomen: {subject}",
    },
    field: {
      priority: "Prioriteit",
      ownerId: "Behandelaar",
      notes: "Opmerkingen",
      requestedOn: "Gewenste dag",
      address: "Adres",
      siteId: "Adres",
    },
  },
  en: {
    events: {
      "orders/order-created": "Order made",
      "orders/order-moved": "{status}",
      "orders/lines-changed": "Lines changed, total {total}",
      "orders/order-changed": "{fields} changed",
      "orders/exception-opened": "Waits for somebody: {about}",
      "orders/exception-resolved": "Solved: {about}",
      "orders/file-added": "File added: {fileName}",
      "orders/file-removed": "File removed: {fileName}",
      "orders/file-shown": "Who sees a file was changed: {fileName}",
      "messaging/mail-sent": "Mail sent: {subject}",
      "messaging/mail-failed": "Mail not delivered: {subject}",
    },
    field: {
      priority: "Priority",
      ownerId: "Owner",
      notes: "Notes",
      requestedOn: "Requested day",
      address: "Address",
      siteId: "Address",
    },
  },
});

const about = ({ kind }: Record<string, unknown>, language: Language) => ({
  about: lookUp(exceptionWords, language, `title.${plainText(kind)}`) ?? plainText(kind).replaceAll("_", " "),
});
/** A reason as people read it: `code: remark` with the code in words, anything else as it was typed. */
export const reasonInWords = (reason: unknown, language: Language): string | undefined => {
  if (typeof reason !== "string" || reason === "") return undefined;
  const [code = "", ...rest] = reason.split(": ");
  const word = lookUp(orderWords, language, `cancel.${code}`) ?? lookUp(orderWords, language, `hold.${code}`);
  return word === undefined ? reason : [word, rest.join(": ")].filter(Boolean).join(": ");
};

const fileBody = ({ kind, visibility }: Record<string, unknown>, language: Language) =>
  [
    lookUp(fileWords, language, `kind.${plainText(kind)}`),
    lookUp(fileWords, language, `visibility.${plainText(visibility)}`),
  ]
    .filter(Boolean)
    .join(" · ");

/** What happens to an order itself and to its mail, in sentences. */
export const orderEvents: EventWords = {
  words: eventWords,
  senses: {
    "orders/order-created": { group: "status", icon: IconFilePlus, tone: "info" },
    "orders/order-moved": {
      group: "status",
      icon: IconArrowRight,
      tone: "progress",
      facts: ({ to }, language) => ({
        status: statusWord(plainText(to), language),
      }),
      body: ({ reason }, language) => reasonInWords(reason, language),
    },
    "orders/lines-changed": {
      group: "money",
      icon: IconListDetails,
      facts: ({ totalCents }, language) => ({
        total: new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(
          Number(totalCents) / 100,
        ),
      }),
    },
    "orders/order-changed": {
      icon: IconPencil,
      facts: ({ fields }, language) => ({
        fields: (Array.isArray(fields) ? fields : [])
          .map((field) => lookUp(eventWords, language, `field.${field}`) ?? String(field))
          .join(", "),
      }),
    },
    "orders/exception-opened": { icon: IconAlertTriangle, tone: "warning", facts: about },
    "orders/exception-resolved": { icon: IconCheck, tone: "success", facts: about },
    "orders/file-added": { group: "files", icon: IconPaperclip, tone: "info", body: fileBody },
    "orders/file-removed": {
      group: "files",
      icon: IconTrash,
      tone: "warning",
      body: ({ reason }) => plainText(reason),
    },
    // Older happenings do not name the file.
    "orders/file-shown": {
      group: "files",
      icon: IconEye,
      facts: ({ fileName }) => ({ fileName: plainText(fileName) || "–" }),
      body: fileBody,
    },
    "messaging/mail-sent": { group: "messages", icon: IconMail, tone: "info" },
    "messaging/mail-failed": {
      group: "messages",
      icon: IconMailX,
      tone: "danger",
      body: ({ error }) => plainText(error) || undefined,
    },
  },
};
