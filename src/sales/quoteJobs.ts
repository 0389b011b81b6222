import { z } from "zod";
import { languageOf } from "#crm";
import { sendMail } from "#messaging";
import { openException, orderStatus, orders } from "#orders";
import { dayText, isPast, type JobKind, job, type Work } from "#platform";
import { quoteExpiredEvent } from "./events.ts";
import { quoteReminder } from "./mails.ts";
import { linkToQuote } from "./quoteLink.ts";
import { quoteStatus } from "./quoteStatus.ts";
import { quotes, signOffsOf } from "./quoteStore.ts";

/** Without a sign-off it is about everybody who still has to sign. */
const Payload = z.object({ orderId: z.string(), quoteId: z.string(), signOffId: z.string().optional() });
type Payload = z.infer<typeof Payload>;

/** The quote with those who still have to sign, if it is out and the order goes on. */
const stillOut = async (work: Work, { orderId, quoteId, signOffId }: Payload) => {
  const order = await orders.lock(work.tx, orderId);
  const quote = await quotes.lock(work.tx, orderId);
  if (quote.id !== quoteId || quote.status !== "sent" || orderStatus.isFinal(order.status)) return null;
  const pending = (await signOffsOf(work.tx, quoteId)).filter(
    ({ id, status }) => status === "pending" && (signOffId === undefined || id === signOffId),
  );
  return { order, quote, pending };
};

/** Three days after a payer was asked, if it has not signed. */
export const remindOfQuote: JobKind<Payload> = job(
  "sales/remind-of-quote",
  Payload,
  async (work, payload) => {
    const out = await stillOut(work, payload);
    if (!out || out.order.status === "on_hold") return;
    for (const signOff of out.pending) {
      const { contactId, organizationId, document, orderId } = signOff;
      if (!contactId) continue;
      await sendMail(work, quoteReminder, {
        orderId,
        contactId,
        organizationId,
        variables: {
          link: await linkToQuote(work, signOff),
          quoteNumber: out.quote.number,
          validUntil: dayText(document.validUntil, await languageOf(work.tx, contactId)),
        },
        key: `quote-reminder:${signOff.id}`,
      });
    }
  },
);

/** A week after a payer was asked somebody calls. */
export const callAboutQuote: JobKind<Payload> = job(
  "sales/call-about-quote",
  Payload,
  async (work, payload) => {
    const out = await stillOut(work, payload);
    if (!out || out.pending.length === 0) return;
    await openException(work, {
      orderId: payload.orderId,
      kind: "quote_call",
      facts: { number: out.quote.number, waitsFor: out.pending.map(({ document }) => document.payerName) },
    });
  },
);

/** After its last day a quote can no longer be signed; a person decides what now. */
export const expireQuote: JobKind<Payload> = job("sales/expire-quote", Payload, async (work, payload) => {
  const out = await stillOut(work, payload);
  if (!out || !out.quote.validUntil || !isPast(out.quote.validUntil, work.now)) return;
  const { id, orderId, number, version } = out.quote;
  const status = quoteStatus.move("expire", await quotes.facts(work.tx, out.quote));
  await quotes.change(work.tx, out.quote, { status, decidedAt: work.now });
  await openException(work, { orderId, kind: "quote_expired", facts: { number } });
  work.announce(quoteExpiredEvent({ id, orderId, number, version }));
});
