import type { Capability } from "#platform";
import { completeMyIntake, saveMyIntake } from "./actions/answerMyIntake.ts";
import { addLine, changeLine, removeLine } from "./actions/editLines.ts";
import { completeIntake, saveIntake, sendIntake } from "./actions/fillIntake.ts";
import { readyQuote, reviseQuote, sendQuote, startQuote } from "./actions/moveQuote.ts";
import { payerAgreement, setPayerAgreement } from "./actions/setPayerAgreement.ts";
import {
  declineMyQuote,
  declinePartnerQuote,
  openMyQuote,
  signMyQuote,
  signPartnerQuote,
} from "./actions/signQuote.ts";
import { sales as contract } from "./contract.ts";
import { expireIntake, remindOfIntake } from "./intakeJobs.ts";
import { intakeStatus } from "./intakeStatus.ts";
import { beginIntake, followOrder, tryAgain } from "./listeners.ts";
import { intakeOfOrder, myIntake } from "./queries/intake.ts";
import { myQuote, partnerQuote, partnerQuotes } from "./queries/payerQuotes.ts";
import { quoteOfOrder } from "./queries/quote.ts";
import { callAboutQuote, expireQuote, remindOfQuote } from "./quoteJobs.ts";
import { quoteStatus, signOffStatus } from "./quoteStatus.ts";

export {
  intakeCompleted,
  intakeSent,
  quoteAccepted,
  quoteDeclined,
  quoteSent,
  quoteSigned,
} from "./events.ts";

export { addSalesRoutes } from "./quoteFile.ts";

/** From questions to signatures: intake forms, quotes with a rendering per payer, and sign-offs. */
export const sales: Capability = {
  name: "sales",
  routes: [
    myIntake,
    saveMyIntake,
    completeMyIntake,
    intakeOfOrder,
    saveIntake,
    completeIntake,
    sendIntake,
    quoteOfOrder,
    startQuote,
    addLine,
    changeLine,
    removeLine,
    readyQuote,
    sendQuote,
    reviseQuote,
    payerAgreement,
    setPayerAgreement,
    myQuote,
    openMyQuote,
    signMyQuote,
    declineMyQuote,
    partnerQuotes,
    partnerQuote,
    signPartnerQuote,
    declinePartnerQuote,
  ],
  endpoints: [contract.quotePdf],
  listeners: [beginIntake, followOrder, tryAgain],
  jobs: [remindOfIntake, expireIntake, remindOfQuote, callAboutQuote, expireQuote],
  statuses: { intake: intakeStatus, quote: quoteStatus, sign_off: signOffStatus },
};
