import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createElement as h, type ReactNode } from "react";
import { registerFonts, typeface } from "./fonts.ts";

/** Whose paper it is. */
export interface Letterhead {
  name: string;
  colour: string;
  addressLines: readonly string[];
  mailAddress: string;
  phone: string | null;
  kvkNumber: string | null;
  vatNumber: string | null;
  iban: string | null;
}

export interface BrandedDocument {
  letterhead: Letterhead;
  /** What it is, as the heading says: `Factuur CC-INV-2026-00001`. */
  title: string;
  language: "nl" | "en";
  /** Pairs beside the addressee, such as date and order number. */
  facts: readonly (readonly [label: string, value: string])[];
  addressee: readonly string[];
  content: ReactNode;
}

const soft = "#5b6270";

export const pdfStyles = StyleSheet.create({
  page: {
    fontFamily: typeface as unknown as string,
    fontSize: 9.5,
    lineHeight: 1.45,
    color: "#1c1f23",
    padding: 48,
    paddingBottom: 72,
  },
  head: { flexDirection: "row", justifyContent: "space-between", marginBottom: 32 },
  mark: { width: 12, height: 12, borderRadius: 3, marginRight: 6 },
  brand: { flexDirection: "row", alignItems: "center", fontSize: 14, fontWeight: 700 },
  sender: { fontSize: 8, color: soft, textAlign: "right" },
  title: { fontSize: 18, fontWeight: 700, lineHeight: 1.2, marginBottom: 16 },
  parts: { flexDirection: "row", justifyContent: "space-between", marginBottom: 24 },
  fact: { flexDirection: "row", justifyContent: "flex-end" },
  factLabel: { color: soft, width: 100 },
  factValue: { width: 130, textAlign: "right" },
  row: { flexDirection: "row", paddingVertical: 4, borderBottomWidth: 0.5, borderBottomColor: "#d9dce2" },
  headRow: {
    flexDirection: "row",
    paddingVertical: 4,
    borderBottomWidth: 1,
    borderBottomColor: "#1c1f23",
    fontWeight: 600,
  },
  totalRow: { flexDirection: "row", justifyContent: "flex-end", paddingVertical: 2 },
  grand: {
    flexDirection: "row",
    justifyContent: "flex-end",
    paddingVertical: 6,
    fontWeight: 700,
    fontSize: 11,
  },
  wide: { flexGrow: 1, flexBasis: 0, paddingRight: 8 },
  number: { width: 76, textAlign: "right" },
  narrow: { width: 44, textAlign: "right" },
  label: { width: 160, textAlign: "right", paddingRight: 16 },
  paragraph: { marginTop: 16 },
  soft: { color: soft },
  foot: {
    position: "absolute",
    left: 48,
    right: 48,
    top: 790,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 7.5,
    color: soft,
  },
});

const lines = (texts: readonly string[], style?: typeof pdfStyles.sender) =>
  h(View, null, ...texts.map((text, key) => h(Text, { key, style }, text)));

const head = ({ letterhead }: BrandedDocument) =>
  h(
    View,
    { style: pdfStyles.head, fixed: true },
    h(
      View,
      { style: pdfStyles.brand },
      h(View, { style: [pdfStyles.mark, { backgroundColor: letterhead.colour }] }),
      h(Text, null, letterhead.name),
    ),
    lines(
      [...letterhead.addressLines, letterhead.phone ?? "", letterhead.mailAddress].filter(Boolean),
      pdfStyles.sender,
    ),
  );

const foot = ({ letterhead, language }: BrandedDocument) => {
  const { kvkNumber, vatNumber, iban } = letterhead;
  const legal = [
    kvkNumber && `KvK ${kvkNumber}`,
    vatNumber && `${language === "nl" ? "Btw" : "VAT"} ${vatNumber}`,
    iban && `IBAN ${iban}`,
  ];
  const page = ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
    `${pageNumber} ${language === "nl" ? "van" : "of"} ${totalPages}`;
  return h(
    View,
    { style: pdfStyles.foot, fixed: true },
    h(Text, null, legal.filter(Boolean).join("  ·  ")),
    h(Text, { render: page }),
  );
};

const facts = (pairs: BrandedDocument["facts"]) =>
  h(
    View,
    null,
    ...pairs.map(([label, value]) =>
      h(
        View,
        { key: label, style: pdfStyles.fact },
        h(Text, { style: pdfStyles.factLabel }, label),
        h(Text, { style: pdfStyles.factValue }, value),
      ),
    ),
  );

/** Renders a document on the entity's paper: letterhead, addressee, facts, content, legal foot with page numbers. */
export const renderDocument = (given: BrandedDocument): Promise<Buffer> => {
  registerFonts();
  const body = h(
    Page,
    { size: "A4", style: pdfStyles.page },
    head(given),
    h(Text, { style: pdfStyles.title }, given.title),
    h(View, { style: pdfStyles.parts }, lines(given.addressee), facts(given.facts)),
    given.content,
    foot(given),
  );
  return renderToBuffer(
    h(Document, { title: given.title, author: given.letterhead.name, language: given.language }, body),
  );
};
