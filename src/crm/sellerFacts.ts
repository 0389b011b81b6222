import { electronicFormatIBAN, isValidIBAN } from "ibantools";
import type { FieldProblem } from "#platform/contract";
import type { SellerField } from "./contract.ts";
import type { BusinessEntity } from "./entityStore.ts";

/** What an entity says about itself on its invoices. */
export interface SellerFacts {
  country: string;
  iban: string | null;
  vatNumber: string | null;
  kvkNumber: string | null;
}

/**
 * What an entity still lacks to send an invoice: its address and VAT number (Wet OB 1968 art. 35a lid 1), in the Netherlands its
 * number at the chamber of commerce (Handelsregisterwet 2007 art. 27), and where to pay.
 */
export const lacksOnInvoices = (entity: BusinessEntity): SellerField[] => [
  ...(entity.addressLines.length > 0 ? [] : (["addressLines"] as const)),
  ...(entity.vatNumber ? [] : (["vatNumber"] as const)),
  ...(entity.kvkNumber || entity.country !== "NL" ? [] : (["kvkNumber"] as const)),
  ...(entity.iban ? [] : (["iban"] as const)),
];

const compact = (typed: string) => typed.replace(/[\s.-]/g, "").toUpperCase();

/** Numbers as they are kept, however they were typed: without spaces and points, in capitals; nothing for an empty field. */
export const keptNumber = (typed: string | null): string | null => (typed ? compact(typed) || null : null);

export const keptIban = (typed: string | null): string | null =>
  typed ? electronicFormatIBAN(typed) || null : null;

/** What is wrong with the numbers, field by field; an IBAN is checked in every country, the others where we know their form. */
export const sellerProblems = ({ country, iban, vatNumber, kvkNumber }: SellerFacts): FieldProblem[] => {
  const isDutch = country === "NL";
  return [
    ...(iban && !isValidIBAN(iban)
      ? [{ pointer: "/iban", problem: "not-iban", message: "This is not a valid IBAN" }]
      : []),
    ...(vatNumber && isDutch && !/^NL\d{9}B\d{2}$/.test(vatNumber)
      ? [
          {
            pointer: "/vatNumber",
            problem: "not-vat-number",
            message: "A Dutch VAT number is NL123456789B01",
          },
        ]
      : []),
    ...(kvkNumber && isDutch && !/^\d{8}$/.test(kvkNumber)
      ? [{ pointer: "/kvkNumber", problem: "not-kvk-number", message: "A KvK number has eight digits" }]
      : []),
  ];
};
