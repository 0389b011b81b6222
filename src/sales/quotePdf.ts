import { Image, Text, View } from "@react-pdf/renderer";
import { createElement as h } from "react";
import { dayText, moneyText, numberText, rateText } from "#platform";
import { type Letterhead, renderDocument, pdfStyles as styles } from "#platform/pdf";
import type { PayerDocument, PayerLine } from "./quoteDocument.ts";

const words = {
  nl: {
    quote: "Offerte",
    version: "Versie",
    date: "Datum",
    validUntil: "Geldig tot en met",
    order: "Order",
    description: "Omschrijving",
    quantity: "Aantal",
    price: "Prijs",
    vat: "Btw",
    amount: "Bedrag",
    paidBy: "betaald door",
    net: "Totaal exclusief btw",
    over: "over",
    gross: "Totaal inclusief btw",
    signed: "Voor akkoord",
    agreed: "Akkoord volgens afspraak",
    hash: "Kenmerk van dit document",
  },
  en: {
    quote: "Quote",
    version: "Version",
    date: "Date",
    validUntil: "Valid until",
    order: "Order",
    description: "Description",
    quantity: "Quantity",
    price: "Price",
    vat: "VAT",
    amount: "Amount",
    paidBy: "paid by",
    net: "Total excluding VAT",
    over: "over",
    gross: "Total including VAT",
    signed: "Agreed",
    agreed: "Agreed beforehand",
    hash: "Mark of this document",
  },
} as const;

export type PdfLanguage = keyof typeof words;

export interface PrintedSignature {
  name: string;
  at: string;
  isAgreement: boolean;
  /** The drawn signature as PNG; a typed name has none. */
  image: Buffer | null;
}

const lineRow = (line: PayerLine, key: number, language: PdfLanguage) => {
  const t = words[language];
  const discount = line.discount > 0 ? ` (−${rateText(line.discount, language)})` : "";
  const parts = line.parts.map((part) => `${numberText(part.quantity, language)} × ${part.description}`);
  const below = [...(line.isMine ? [] : [`${t.paidBy} ${line.payerName}`]), ...parts];
  const money = (cents: number | null) => (cents === null ? "" : moneyText(cents, language));
  return h(
    View,
    { key, style: styles.row, wrap: false },
    h(
      View,
      { style: styles.wide },
      h(Text, null, line.description + discount),
      ...below.map((text, index) => h(Text, { key: index, style: styles.soft }, text)),
    ),
    h(Text, { style: styles.narrow }, numberText(line.quantity, language)),
    h(Text, { style: styles.number }, money(line.unitPriceCents)),
    h(Text, { style: styles.narrow }, line.unitPriceCents === null ? "" : rateText(line.vatRate, language)),
    h(Text, { style: styles.number }, line.isMine ? money(line.totalCents) : ""),
  );
};

const totalRow = (label: string, cents: number, language: PdfLanguage, style = styles.totalRow) =>
  h(
    View,
    { key: label, style },
    h(Text, { style: styles.label }, label),
    h(Text, { style: styles.number }, moneyText(cents, language)),
  );

const totals = ({ totals: { netCents, vat, grossCents } }: PayerDocument, language: PdfLanguage) => {
  const t = words[language];
  const rates = vat.map(({ vatRate, netCents: over, vatCents }) =>
    totalRow(
      `${t.vat} ${rateText(vatRate, language)} ${t.over} ${moneyText(over, language)}`,
      vatCents,
      language,
    ),
  );
  return h(
    View,
    { style: styles.paragraph, wrap: false },
    totalRow(t.net, netCents, language),
    ...rates,
    totalRow(t.gross, grossCents, language, styles.grand),
  );
};

const signatureBlock = ({ name, at, isAgreement, image }: PrintedSignature, language: PdfLanguage) => {
  const t = words[language];
  return h(
    View,
    { style: styles.paragraph, wrap: false },
    h(Text, { style: { fontWeight: 600 } }, isAgreement ? t.agreed : t.signed),
    image ? h(Image, { src: image, style: { width: 160, marginVertical: 6 } }) : null,
    h(Text, null, `${name}, ${dayText(at.slice(0, 10), language)}`),
  );
};

/** The quote of one payer on the entity's paper, with the signature once there is one. */
export const renderQuote = (given: {
  document: PayerDocument;
  documentHash: string;
  letterhead: Letterhead;
  language: PdfLanguage;
  signature: PrintedSignature | null;
}): Promise<Buffer> => {
  const { document, letterhead, language, signature } = given;
  const t = words[language];
  return renderDocument({
    letterhead,
    language,
    title: `${t.quote} ${document.number}`,
    facts: [
      [t.date, dayText(document.sentOn, language)],
      [t.validUntil, dayText(document.validUntil, language)],
      [t.order, document.orderNumber],
      [t.version, String(document.version)],
    ],
    addressee: [...new Set([document.payerName, document.customerName]), document.address].filter(
      (part) => part !== null,
    ),
    content: h(
      View,
      null,
      h(
        View,
        { style: styles.headRow },
        h(Text, { style: styles.wide }, t.description),
        h(Text, { style: styles.narrow }, t.quantity),
        h(Text, { style: styles.number }, t.price),
        h(Text, { style: styles.narrow }, t.vat),
        h(Text, { style: styles.number }, t.amount),
      ),
      ...document.lines.map((line, index) => lineRow(line, index, language)),
      totals(document, language),
      document.notes ? h(Text, { style: styles.paragraph }, document.notes) : null,
      signature ? signatureBlock(signature, language) : null,
      h(
        Text,
        { style: [styles.paragraph, styles.soft, { fontSize: 7 }] },
        `${t.hash}: ${given.documentHash}`,
      ),
    ),
  });
};
