import { Text, View } from "@react-pdf/renderer";
import { createElement as h } from "react";
import { dayText, moneyText, numberText, rateText } from "#platform";
import { type Letterhead, renderDocument, pdfStyles as styles } from "#platform/pdf";
import type { Invoice } from "./invoiceStore.ts";

interface PrintedLine {
  description: string;
  quantity: number;
  unitPriceCents: number;
  discount: number;
  vatRate: number;
  totalCents: number;
}

const words = {
  nl: {
    invoice: "Factuur",
    credit: "Creditfactuur",
    date: "Factuurdatum",
    due: "Te betalen vóór",
    order: "Ons ordernummer",
    purchaseOrder: "Uw ordernummer",
    description: "Omschrijving",
    quantity: "Aantal",
    price: "Prijs",
    vat: "Btw",
    amount: "Bedrag",
    net: "Totaal exclusief btw",
    over: "over",
    gross: "Totaal inclusief btw",
    pay: (iban: string, number: string) =>
      `Betalen kan via de link in onze mail, of naar ${iban} onder vermelding van ${number}.`,
  },
  en: {
    invoice: "Invoice",
    credit: "Credit note",
    date: "Invoice date",
    due: "To be paid before",
    order: "Our order number",
    purchaseOrder: "Your order number",
    description: "Description",
    quantity: "Quantity",
    price: "Price",
    vat: "VAT",
    amount: "Amount",
    net: "Total excluding VAT",
    over: "over",
    gross: "Total including VAT",
    pay: (iban: string, number: string) =>
      `Pay through the link in our mail, or to ${iban} quoting ${number}.`,
  },
} as const;

type Language = keyof typeof words;

const lineRow = (line: PrintedLine, key: number, language: Language) => {
  const discount = line.discount > 0 ? ` (−${rateText(line.discount, language)})` : "";
  return h(
    View,
    { key, style: styles.row, wrap: false },
    h(Text, { style: styles.wide }, line.description + discount),
    h(Text, { style: styles.narrow }, numberText(line.quantity, language)),
    h(Text, { style: styles.number }, moneyText(line.unitPriceCents, language)),
    h(Text, { style: styles.narrow }, rateText(line.vatRate, language)),
    h(Text, { style: styles.number }, moneyText(line.totalCents, language)),
  );
};

const totalRow = (label: string, cents: number, language: Language, style = styles.totalRow) =>
  h(
    View,
    { key: label, style },
    h(Text, { style: styles.label }, label),
    h(Text, { style: styles.number }, moneyText(cents, language)),
  );

const content = (
  invoice: Invoice,
  lines: readonly PrintedLine[],
  { iban }: Letterhead,
  language: Language,
) => {
  const t = words[language];
  const vat = invoice.vat as unknown as { vatRate: number; netCents: number; vatCents: number }[];
  return h(
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
    ...lines.map((line, index) => lineRow(line, index, language)),
    h(
      View,
      { style: styles.paragraph, wrap: false },
      totalRow(t.net, invoice.netCents, language),
      ...vat.map((rate) =>
        totalRow(
          `${t.vat} ${rateText(rate.vatRate, language)} ${t.over} ${moneyText(rate.netCents, language)}`,
          rate.vatCents,
          language,
        ),
      ),
      totalRow(t.gross, invoice.grossCents, language, styles.grand),
    ),
    invoice.kind === "invoice" && iban
      ? h(Text, { style: [styles.paragraph, styles.soft] }, t.pay(iban, invoice.number ?? ""))
      : null,
  );
};

/** The invoice as a PDF with everything the law wants on it (Wet OB 1968 art. 35a): parties, numbers, dates, VAT per rate. */
export const renderInvoice = (given: {
  invoice: Invoice;
  lines: readonly PrintedLine[];
  letterhead: Letterhead;
  orderNumber: string;
}): Promise<Buffer> => {
  const { invoice, letterhead, orderNumber } = given;
  const language: Language = invoice.language === "en" ? "en" : "nl";
  const t = words[language];
  const facts: [string, string][] = [
    [t.date, dayText(invoice.invoicedOn!, language)],
    [t.due, dayText(invoice.dueOn!, language)],
    [t.order, orderNumber],
    ...(invoice.purchaseOrder ? [[t.purchaseOrder, invoice.purchaseOrder] as [string, string]] : []),
  ];
  return renderDocument({
    letterhead,
    language,
    facts,
    title: `${t[invoice.kind as "invoice" | "credit"]} ${invoice.number}`,
    addressee: invoice.addressee,
    content: content(invoice, given.lines, letterhead, language),
  });
};
