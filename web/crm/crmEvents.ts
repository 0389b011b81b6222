import { IconPencil } from "@tabler/icons-react";
import type { EventSense, EventWords } from "../orders/timelineWords.ts";
import type { Language } from "../words/language.ts";
import { lookUp, words } from "../words/words.ts";
import { crmWords } from "./words.ts";

const eventWords = words({
  nl: {
    events: {
      "crm/organization-changed": "Gegevens gewijzigd: {fieldNames}",
      "crm/contact-changed": "Gegevens van {name} gewijzigd: {fieldNames}",
    },
    field: {
      seesCustomerPrices: "ziet klantprijzen",
      webhookUrl: "adres van meldingen",
      webhookEvents: "meldingen",
      webhookSecret: "sleutel van meldingen",
      channel: "koppeling",
      key: "koppeling",
      businessEntity: "administratie",
      fields: "vertaling van velden",
      statusMap: "vertaling van statussen",
      partnerSku: "artikelcode",
      article: "artikel",
      approvesBelowCents: "akkoord vooraf",
      byItselfUpToCents: "offertes vanzelf tot",
      signingOrder: "volgorde van ondertekenen",
    },
    unknown: "instelling",
  },
  en: {
    events: {
      "crm/organization-changed": "Facts changed: {fieldNames}",
      "crm/contact-changed": "Facts of {name} changed: {fieldNames}",
    },
    field: {
      seesCustomerPrices: "sees customer prices",
      webhookUrl: "address of notices",
      webhookEvents: "notices",
      webhookSecret: "key of notices",
      channel: "connection",
      key: "connection",
      businessEntity: "entity",
      fields: "translation of fields",
      statusMap: "translation of statuses",
      partnerSku: "article code",
      article: "article",
      approvesBelowCents: "agreement beforehand",
      byItselfUpToCents: "quotes by themselves up to",
      signingOrder: "order of signing",
    },
    unknown: "setting",
  },
});

const lowered = (name: string | undefined) => name && name.charAt(0).toLowerCase() + name.slice(1);

const fieldName = (field: string, language: Language): string =>
  lookUp(eventWords, language, `field.${field}`) ??
  lowered(lookUp(crmWords, language, field)) ??
  lookUp(eventWords, language, "unknown") ??
  field;

const change: EventSense = {
  group: "facts",
  icon: IconPencil,
  facts: ({ fields }, language) => ({
    fieldNames: [
      ...new Set((Array.isArray(fields) ? fields : []).map((field) => fieldName(String(field), language))),
    ].join(", "),
  }),
};

/** How changes of the data of organizations and people are told on a timeline. */
export const crmEvents: EventWords = {
  words: eventWords,
  senses: { "crm/organization-changed": change, "crm/contact-changed": change },
};
