import { type Cents, totalsOf, type VatRate } from "#platform/contract";

/** A line of an order as it can be invoiced. */
export interface BillableLine {
  id: string;
  description: string;
  quantity: number;
  unitPriceCents: Cents | null;
  discount: number;
  vatRate: VatRate;
  totalCents: Cents;
  billedToId: string;
  parentLineId: string | null;
}

/** What one payer has to pay for an order. */
export interface InvoiceDraft {
  organizationId: string;
  lines: BillableLine[];
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  vat: ReturnType<typeof totalsOf>["vat"];
}

/**
 * One invoice per payer: every priced line once, at the payer that stands on it. Parts of a bundle are in the bundle's
 * price and are left out; so are payers whose lines cost nothing, or take each other away.
 */
export const invoicesPerPayer = (lines: readonly BillableLine[]): InvoiceDraft[] => {
  const own = lines.filter(({ parentLineId, totalCents }) => parentLineId === null && totalCents !== 0);
  const payers = [...new Set(own.map(({ billedToId }) => billedToId))];
  const drafts = payers.map((organizationId) => {
    const theirs = own.filter(({ billedToId }) => billedToId === organizationId);
    return { organizationId, lines: theirs, ...totalsOf(theirs) };
  });
  return drafts.filter(({ vat }) => vat.some(({ netCents }) => netCents !== 0));
};
