import type { Insertable } from "kysely";
import { type Article, articles, type PriceAgreement, priceOf } from "#catalog";
import { type Organization, organizations } from "#crm";
import { dayOf, lineTotal, type Tables, type Tx, together, type Work } from "#platform";
import type { Line } from "./lineStore.ts";
import type { Order } from "./orderStore.ts";

export type LineRow = Insertable<Tables["orderLines"]>;

export interface LineToAdd {
  article?: Article | undefined;
  description?: string | undefined;
  partnerSku?: string | null | undefined;
  quantity: number;
  /** Overrules the agreed price. */
  unitPriceCents?: number | undefined;
  discount?: number | undefined;
  billedToId: string;
  approverId?: string | null | undefined;
  origin?: string | undefined;
}

/** What prices of lines follow from: who pays, and what was agreed with them. */
interface Payer {
  organization: Organization;
  agreements: PriceAgreement[];
}

type Payers = ReadonlyMap<string, Payer>;

/** Everybody who pays one of the lines, looked up once. */
export const payersOf = async (tx: Tx, lines: readonly LineToAdd[]): Promise<Payers> => {
  const ids = [...new Set(lines.filter(({ article }) => article).map(({ billedToId }) => billedToId))];
  const payers = new Map<string, Payer>();
  for (const id of ids) {
    const [organization, agreements] = await together(tx, (db) => [
      organizations.byId(db, id),
      articles.agreementsFor(db, id),
    ]);
    payers.set(id, { organization, agreements });
  }
  return payers;
};

/** The price of a line for who pays it; without an article it is what was given. */
const priced = (work: Work, order: Order, line: LineToAdd, payer: Payer | undefined) => {
  const { article } = line;
  if (!article || !payer)
    return { unitPriceCents: line.unitPriceCents ?? null, listPriceCents: null, agreementId: null };
  const { organization, agreements } = payer;
  const price = priceOf(article, agreements, {
    organizationId: organization.id,
    partnerKinds: organization.partnerKinds,
    businessEntity: order.businessEntity,
    quantity: line.quantity,
    on: dayOf(work.now),
  });
  return line.unitPriceCents === undefined
    ? price
    : { ...price, unitPriceCents: line.unitPriceCents, agreementId: null };
};

/** A line as it is stored, at the price that was agreed with who pays it. */
export const rowOf = (
  work: Work,
  { order, payers }: { order: Order; payers: Payers },
  line: LineToAdd,
  position: number,
): LineRow => {
  const price = priced(work, order, line, payers.get(line.billedToId));
  const { article, quantity, discount = 0 } = line;
  return {
    ...price,
    orderId: order.id,
    position,
    articleId: article?.id ?? null,
    partnerSku: line.partnerSku ?? null,
    description: line.description ?? article?.name ?? line.partnerSku ?? "",
    kind: article?.kind === "service" ? "service" : "product",
    quantity,
    discount,
    costCents: article?.costCents ?? 0,
    vatRate: article?.vatRate ?? 2100,
    totalCents: lineTotal({ quantity, unitPriceCents: price.unitPriceCents ?? 0, discount }),
    billedToId: line.billedToId,
    approverId: line.approverId ?? null,
    origin: line.origin ?? "order",
  };
};

/** The parts of a bundle: seen by crew and warehouse, priced in the parent line. */
export const partsOf = async (tx: Tx, parent: Line): Promise<LineRow[]> => {
  const parts = parent.articleId ? await articles.components(tx, parent.articleId) : [];
  return parts.map((part, index) => ({
    orderId: parent.orderId,
    position: parent.position + index + 1,
    articleId: part.id,
    description: part.name,
    kind: part.kind === "service" ? "service" : "product",
    quantity: part.bundleQuantity * parent.quantity,
    unitPriceCents: 0,
    totalCents: 0,
    vatRate: parent.vatRate,
    billedToId: parent.billedToId,
    parentLineId: parent.id,
    origin: "bundle",
  }));
};
