import type { billing } from "#billing/contract";
import type { OutputOf } from "#platform/contract";

/** An invoice as the office sees it. */
export type Invoice = OutputOf<typeof billing.invoice>;
