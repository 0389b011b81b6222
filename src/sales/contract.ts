import { intakeCalls } from "./intakeContract.ts";
import { payerCalls } from "./payerContract.ts";
import { quoteCalls } from "./quoteContract.ts";

export * from "./intakeAnswers.ts";
export { IntakeView, OfficeIntakeView } from "./intakeContract.ts";
export { type IntakeStatus, intakeStatus } from "./intakeStatus.ts";
export { PayerDocumentView, PayerQuote, PayerQuoteRow, SignatureInput } from "./payerContract.ts";
export { QuoteOfOrder } from "./quoteContract.ts";
export { type QuoteStatus, quoteStatus, type SignOffStatus, signOffStatus } from "./quoteStatus.ts";

/** What sales offers over HTTP: questionnaires, quotes and signatures. */
export const sales = { ...intakeCalls, ...quoteCalls, ...payerCalls };
