import { type Cents, type Day, totalsOf, type VatRate } from "#platform/contract";

/** A line as it stood on the order when the quote was sent. */
export interface QuotedLine {
  lineId: string;
  parentLineId: string | null;
  description: string;
  quantity: number;
  unitPriceCents: Cents;
  discount: number;
  vatRate: VatRate;
  totalCents: Cents;
  billedToId: string;
  billedToName: string;
}

export interface Payer {
  organizationId: string;
  name: string;
  side: "customer" | "partner";
  /** Partners see what the customer pays unless it is set otherwise; a customer never sees partner prices. */
  seesOthersPrices: boolean;
}

export interface QuoteHead {
  number: string;
  version: number;
  orderNumber: string;
  entity: string;
  customerName: string;
  address: string | null;
  sentOn: Day;
  validUntil: Day;
  notes: string | null;
}

export interface PayerLine {
  lineId: string;
  description: string;
  quantity: number;
  vatRate: VatRate;
  discount: number;
  unitPriceCents: Cents | null;
  totalCents: Cents | null;
  isMine: boolean;
  payerName: string;
  parts: { description: string; quantity: number }[];
}

/** The quote as one payer sees and signs it. */
export interface PayerDocument extends QuoteHead {
  payerId: string;
  payerName: string;
  lines: PayerLine[];
  totals: ReturnType<typeof totalsOf>;
}

/** What each payer has to pay, in the order in which they occur. */
export const totalsPerPayer = (
  lines: readonly Pick<QuotedLine, "billedToId" | "totalCents" | "vatRate">[],
) => {
  const payers = Map.groupBy(lines, ({ billedToId }) => billedToId);
  return [...payers].map(([organizationId, theirs]) => ({ organizationId, ...totalsOf(theirs) }));
};

const lineFor = (line: QuotedLine, all: readonly QuotedLine[], payer: Payer): PayerLine => {
  const isMine = line.billedToId === payer.organizationId;
  const isPriced = isMine || payer.seesOthersPrices;
  return {
    lineId: line.lineId,
    description: line.description,
    quantity: line.quantity,
    vatRate: line.vatRate,
    discount: isPriced ? line.discount : 0,
    unitPriceCents: isPriced ? line.unitPriceCents : null,
    totalCents: isPriced ? line.totalCents : null,
    isMine,
    payerName: line.billedToName,
    parts: all
      .filter(({ parentLineId }) => parentLineId === line.lineId)
      .map(({ description, quantity }) => ({ description, quantity })),
  };
};

/** One set of lines, rendered for one payer: own lines with prices, those of others as far as they may be seen. */
export const documentFor = (head: QuoteHead, lines: readonly QuotedLine[], payer: Payer): PayerDocument => {
  const shown = lines.filter(({ parentLineId }) => parentLineId === null);
  const mine = shown.filter(({ billedToId }) => billedToId === payer.organizationId);
  return {
    ...head,
    payerId: payer.organizationId,
    payerName: payer.name,
    lines: shown.map((line) => lineFor(line, lines, payer)),
    totals: totalsOf(mine),
  };
};

/** The same value always as the same text: keys in order, nothing that is not there. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const parts = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${parts.join(",")}}`;
};

export interface QuoteChange {
  kind: "added" | "removed" | "changed" | "total";
  description: string;
  beforeCents: Cents | null;
  afterCents: Cents | null;
}

/** What changed for a payer between the version that was read and the one that counts now. */
export const changesBetween = (before: PayerDocument, after: PayerDocument): QuoteChange[] => {
  const old = new Map(before.lines.filter(({ isMine }) => isMine).map((line) => [line.lineId, line]));
  const now = after.lines.filter(({ isMine }) => isMine);
  const kept = new Set(now.map(({ lineId }) => lineId));
  const changed = now.flatMap((line): QuoteChange[] => {
    const former = old.get(line.lineId);
    const { description, totalCents } = line;
    if (!former) return [{ kind: "added", description, beforeCents: null, afterCents: totalCents }];
    const isSame =
      former.totalCents === totalCents &&
      former.description === description &&
      former.quantity === line.quantity;
    return isSame
      ? []
      : [{ kind: "changed", description, beforeCents: former.totalCents, afterCents: totalCents }];
  });
  const removed = [...old.values()]
    .filter(({ lineId }) => !kept.has(lineId))
    .map(
      ({ description, totalCents }): QuoteChange => ({
        kind: "removed",
        description,
        beforeCents: totalCents,
        afterCents: null,
      }),
    );
  const total: QuoteChange[] =
    before.totals.grossCents === after.totals.grossCents
      ? []
      : [
          {
            kind: "total",
            description: "",
            beforeCents: before.totals.grossCents,
            afterCents: after.totals.grossCents,
          },
        ];
  return [...changed, ...removed, ...total];
};
