import { type BillableLine, invoicesPerPayer } from "./makeInvoice.ts";

/** Lines of which nobody has said yet what they cost. */
export const linesWithoutPrice = <L extends Pick<BillableLine, "parentLineId" | "unitPriceCents">>(
  lines: readonly L[],
): L[] =>
  lines.filter(({ parentLineId, unitPriceCents }) => parentLineId === null && unitPriceCents === null);

/**
 * What there is to invoice on an order: something, nothing (a call under warranty, or lines that take each other away), or
 * nobody knows yet because a line has no price. The database holds to the same (`something_to_bill`).
 */
export const whatToBill = (lines: readonly BillableLine[]): "something" | "nothing" | "unknown" => {
  if (linesWithoutPrice(lines).length > 0) return "unknown";
  return invoicesPerPayer(lines).length > 0 ? "something" : "nothing";
};
