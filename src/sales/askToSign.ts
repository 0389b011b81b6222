import { languageOf } from "#crm";
import { sendMail } from "#messaging";
import { openException } from "#orders";
import { dayText, later, moneyText, type Work } from "#platform";
import { quoteRenewed, quoteToSign } from "./mails.ts";
import { callAboutQuote, remindOfQuote } from "./quoteJobs.ts";
import { linkToQuote } from "./quoteLink.ts";
import { signOffStatus } from "./quoteStatus.ts";
import { changeSignOff, type Quote, type SignOff } from "./quoteStore.ts";

/** Mails a payer the link to its quote; who has nobody to sign for it comes before a person. */
const mailLink = async (work: Work, quote: Quote, signOff: SignOff): Promise<void> => {
  const { organizationId, contactId, document } = signOff;
  if (!contactId)
    return openException(work, {
      orderId: quote.orderId,
      kind: "no_signer",
      key: organizationId,
      organizationId,
      facts: { payerName: document.payerName },
    });
  const language = await languageOf(work.tx, contactId);
  await sendMail(work, quote.version > 1 ? quoteRenewed : quoteToSign, {
    orderId: quote.orderId,
    contactId,
    organizationId,
    variables: {
      link: await linkToQuote(work, signOff),
      quoteNumber: quote.number,
      total: moneyText(signOff.grossCents, language),
      validUntil: dayText(document.validUntil, language),
    },
    key: `quote:${signOff.id}`,
  });
};

const followUp = (work: Work, { signOff, quote }: { signOff: SignOff; quote: Quote }) => {
  const payload = { orderId: quote.orderId, quoteId: quote.id, signOffId: signOff.id };
  const at = (pause: string, key: string) => ({
    at: later(work.now, pause),
    key: `${key}:${signOff.id}`,
    orderId: quote.orderId,
  });
  work.schedule(
    remindOfQuote(payload, at("P3D", "quote-reminder")),
    callAboutQuote(payload, at("P7D", "quote-call")),
  );
};

/** Asks payers whose turn it is for their signature; the clock of each starts here. */
export const askToSign = async (work: Work, quote: Quote, asked: readonly SignOff[]): Promise<void> => {
  for (const signOff of asked) {
    if (signOff.status === "waiting")
      await changeSignOff(work.tx, signOff.id, { status: signOffStatus.move("ask", signOff) });
    await mailLink(work, quote, signOff);
    followUp(work, { signOff, quote });
  }
};
