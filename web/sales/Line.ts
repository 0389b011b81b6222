import type { QuoteOfOrder } from "#sales/contract";

/** A line of a quote as the office sees it. */
export type Line = QuoteOfOrder["lines"][number];
