import { action, notFound } from "#platform";
import { sales } from "../contract.ts";
import { maySignFor } from "../policy.ts";
import { payerOfLink, viewForPayer } from "../queries/payerQuotes.ts";
import { changeSignOff, signOffById, signOffForPayer } from "../quoteStore.ts";
import { declineFor, signFor } from "../sign.ts";

/** The payer behind a link says yes. */
export const signMyQuote = action(sales.signMyQuote, async (work, signing) => {
  const payer = await payerOfLink(work.tx, work.actor);
  const signed = await signFor(work, payer, signing, work.request);
  return viewForPayer(work.tx, signed, work.now);
});

export const declineMyQuote = action(sales.declineMyQuote, async (work, { reason }) => {
  const payer = await payerOfLink(work.tx, work.actor);
  return viewForPayer(work.tx, await declineFor(work, payer, reason), work.now);
});

/** Keeps when a payer saw its quote for the first time. */
export const openMyQuote = action(sales.openMyQuote, async (work) => {
  const { orderId, organizationId } = await payerOfLink(work.tx, work.actor);
  const signOff = await signOffForPayer(work.tx, orderId, organizationId);
  if (!signOff || signOff.viewedAt) return { viewedAt: signOff?.viewedAt ?? null };
  await changeSignOff(work.tx, signOff.id, { viewedAt: work.now });
  return { viewedAt: work.now };
});

/** A person of a partner says yes for the organization. */
export const signPartnerQuote = action(sales.signPartnerQuote, async (work, { signOffId, ...signing }) => {
  const signOff = await signOffById(work.tx, signOffId);
  if (!maySignFor(work.actor, signOff.organizationId)) throw notFound();
  return viewForPayer(work.tx, await signFor(work, signOff, signing, work.request), work.now);
});

export const declinePartnerQuote = action(sales.declinePartnerQuote, async (work, { signOffId, reason }) => {
  const signOff = await signOffById(work.tx, signOffId);
  if (!maySignFor(work.actor, signOff.organizationId)) throw notFound();
  return viewForPayer(work.tx, await declineFor(work, signOff, reason), work.now);
});
