import type { Cents, VatRate } from "./shapes.ts";

/** Rounds half away from zero, the way amounts are rounded on Dutch invoices. */
export const roundHalfUp = (amount: number) => {
  const tidy = Number(Math.abs(amount).toFixed(6));
  return Math.sign(amount) * Math.floor(tidy + 0.5) || 0;
};

/** Price of a line, rounded once: quantity × unit price − discount (basis points). */
export const lineTotal = (line: { quantity: number; unitPriceCents: Cents; discount?: number }): Cents =>
  roundHalfUp((line.quantity * line.unitPriceCents * (10_000 - (line.discount ?? 0))) / 10_000);

export interface VatTotal {
  vatRate: VatRate;
  netCents: Cents;
  vatCents: Cents;
}

/**
 * Totals of priced lines: VAT is computed once per rate over the sum of its lines, as Dutch practice allows
 * (Wet op de omzetbelasting 1968, art. 35a: the amount of VAT per rate stands on the invoice).
 */
export const totalsOf = (lines: readonly { totalCents: Cents; vatRate: VatRate }[]) => {
  const rates = new Map<VatRate, Cents>();
  for (const line of lines) rates.set(line.vatRate, (rates.get(line.vatRate) ?? 0) + line.totalCents);
  const vat: VatTotal[] = [...rates]
    .toSorted(([a], [b]) => b - a)
    .map(([vatRate, netCents]) => ({
      vatRate,
      netCents,
      vatCents: roundHalfUp((netCents * vatRate) / 10_000),
    }));
  const netCents = vat.reduce((sum, rate) => sum + rate.netCents, 0);
  const vatCents = vat.reduce((sum, rate) => sum + rate.vatCents, 0);
  return { netCents, vatCents, grossCents: netCents + vatCents, vat };
};

/** Spreads an amount over weights so that the parts add up to the cent (largest remainder). */
export const share = (amountCents: Cents, weights: readonly number[]): Cents[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) throw new RangeError("share: the weights add up to nothing");
  const exact = weights.map((weight) => (amountCents * weight) / total);
  const parts = exact.map(Math.floor);
  const left = amountCents - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
};
