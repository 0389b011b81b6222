import { requirement, statusMachine } from "#platform/contract";

export interface QuoteFacts {
  status: "draft" | "ready" | "sent" | "accepted" | "rejected" | "expired" | "superseded";
  /** How many priced lines there are, and how many of them miss a price. */
  lines: number;
  unpriced: number;
  /** How many payers have yet to sign. */
  pending: number;
}

const hasLines = requirement<QuoteFacts>("hasLines", ({ lines }) => lines > 0);
const everyLineHasAPrice = requirement<QuoteFacts>("everyLineHasAPrice", ({ unpriced }) => unpriced === 0);
const everyPayerSigned = requirement<QuoteFacts>("everyPayerSigned", ({ pending }) => pending === 0);

/** A quote's way; a revision takes the place of what was sent. */
export const quoteStatus = statusMachine<
  QuoteFacts["status"],
  "ready" | "unready" | "send" | "accept" | "reject" | "expire" | "supersede",
  QuoteFacts
>({
  statuses: {
    draft: { within: "PT48H" },
    ready: { within: "PT2H" },
    sent: { within: "P7D" },
    accepted: {},
    rejected: {},
    expired: {},
    superseded: { final: true },
  },
  start: "draft",
  moves: {
    ready: { from: ["draft"], to: "ready", needs: [hasLines, everyLineHasAPrice] },
    unready: { from: ["ready"], to: "draft" },
    send: { from: ["ready"], to: "sent" },
    accept: { from: ["sent"], to: "accepted", needs: [everyPayerSigned] },
    reject: { from: ["sent"], to: "rejected", reason: true },
    expire: { from: ["sent"], to: "expired" },
    supersede: {
      from: ["draft", "ready", "sent", "accepted", "rejected", "expired"],
      to: "superseded",
    },
  },
});

/** What one payer says to its own lines; `waiting` is a payer who is asked when the other side has signed. */
export const signOffStatus = statusMachine({
  statuses: { waiting: {}, pending: { within: "P7D" }, signed: {}, rejected: {}, void: { final: true } },
  start: "pending",
  moves: {
    ask: { from: ["waiting"], to: "pending" },
    sign: { from: ["pending"], to: "signed" },
    reject: { from: ["pending"], to: "rejected", reason: true },
    void: { from: ["waiting", "pending", "signed", "rejected"], to: "void" },
  },
});

export type QuoteStatus = QuoteFacts["status"];
export type SignOffStatus = (typeof signOffStatus.names)[number];
