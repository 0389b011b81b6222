import { problem } from "#platform";
import type { QuoteChange } from "./quoteDocument.ts";

export const intakeIncomplete = problem<{ missing: string[] }>(
  "sales/intake-incomplete",
  422,
  "Some questions are still open",
);
export const intakeClosed = problem("sales/intake-closed", 409, "These questions were answered already");
export const intakeJustSent = problem<{ to: string }>(
  "sales/intake-just-sent",
  409,
  "The questions were mailed a moment ago; wait a minute to send them once more",
);
export const orderOver = problem("sales/order-over", 409, "This order was cancelled or completed");
export const notOurPhoto = problem("sales/unknown-photo", 422, "A photo does not belong to this order");
export const wholeBundles = problem("sales/whole-bundles", 422, "A bundle goes in whole numbers");
export const linesClosed = problem(
  "sales/lines-closed",
  409,
  "This quote is out; revise it to change its lines",
);
export const unknownPayer = problem(
  "sales/unknown-payer",
  422,
  "This organization is not a party to the order",
);
export const noQuote = problem("sales/no-quote", 404, "There is no quote to sign");
export const quoteExpired = problem<{ validUntil: string }>(
  "sales/quote-expired",
  409,
  "This quote is no longer valid",
);
export const quoteRevised = problem<{ number: string; version: number | null; changes: QuoteChange[] }>(
  "sales/quote-revised",
  409,
  "The quote was changed since you opened it",
);
export const notWaiting = problem<{ current: string }>(
  "sales/sign-off-closed",
  409,
  "This was signed or declined already",
);
export const notYourTurn = problem(
  "sales/not-your-turn",
  409,
  "Somebody else signs first; you are asked as soon as it is your turn",
);
