import { type Cents, type Day, roundHalfUp } from "#platform/contract";

/** From which quantity how much discount (basis points). */
export interface VolumeTier {
  min: number;
  max?: number | undefined;
  discount: number;
}

/** What was agreed about prices, and for whom. */
export interface PriceAgreement {
  id: string;
  organizationId: string | null;
  businessEntity: string | null;
  /** Kind of partner it holds for, such as `energy`; null for all. */
  partnerKind: string | null;
  /** Article category it holds for; null for all. */
  category: string | null;
  discount: number;
  markup: number;
  /** Price per article id, in cents; wins outright. */
  fixedPrices: Readonly<Record<string, Cents>>;
  tiers: readonly VolumeTier[];
  priority: number;
  validFrom: Day;
  validUntil: Day | null;
}

export interface PricedArticle {
  id: string;
  category: string;
  listPriceCents: Cents;
}

/** For whom, by whom, how many and when a price is asked. */
export interface PriceQuestion {
  organizationId: string;
  partnerKinds: readonly string[];
  businessEntity: string;
  quantity: number;
  on: Day;
}

export interface Price {
  unitPriceCents: Cents;
  listPriceCents: Cents;
  agreementId: string | null;
}

const holds = (agreement: PriceAgreement, article: PricedArticle, question: PriceQuestion) =>
  (agreement.organizationId === null || agreement.organizationId === question.organizationId) &&
  (agreement.businessEntity === null || agreement.businessEntity === question.businessEntity) &&
  (agreement.partnerKind === null || question.partnerKinds.includes(agreement.partnerKind)) &&
  (agreement.category === null ||
    agreement.category === article.category ||
    article.id in agreement.fixedPrices) &&
  agreement.validFrom <= question.on &&
  (agreement.validUntil === null || agreement.validUntil >= question.on);

/** Customer-specific before kind of partner before category before everybody. */
const rank = (agreement: PriceAgreement) =>
  (agreement.organizationId ? 4 : 0) + (agreement.partnerKind ? 2 : 0) + (agreement.category ? 1 : 0);

const strongestFirst = (a: PriceAgreement, b: PriceAgreement) =>
  rank(b) - rank(a) ||
  b.priority - a.priority ||
  b.validFrom.localeCompare(a.validFrom) ||
  b.id.localeCompare(a.id);

const tierFor = (tiers: readonly VolumeTier[], quantity: number) =>
  tiers.find((tier) => quantity >= tier.min && quantity <= (tier.max ?? Number.POSITIVE_INFINITY));

/**
 * What one of an article costs for somebody. The strongest agreement that holds decides: a fixed price wins outright,
 * otherwise list × (1 − discount) × (1 + markup), then the volume tier. Without an agreement it is the list price.
 */
export const priceOf = (
  article: PricedArticle,
  agreements: readonly PriceAgreement[],
  question: PriceQuestion,
): Price => {
  const { listPriceCents } = article;
  const agreement = agreements.filter((each) => holds(each, article, question)).toSorted(strongestFirst)[0];
  if (!agreement) return { unitPriceCents: listPriceCents, listPriceCents, agreementId: null };
  const fixed = agreement.fixedPrices[article.id];
  if (fixed !== undefined) return { unitPriceCents: fixed, listPriceCents, agreementId: agreement.id };
  const agreed = (listPriceCents * (10_000 - agreement.discount) * (10_000 + agreement.markup)) / 100_000_000;
  const volume = tierFor(agreement.tiers, question.quantity)?.discount ?? 0;
  return {
    unitPriceCents: roundHalfUp((agreed * (10_000 - volume)) / 10_000),
    listPriceCents,
    agreementId: agreement.id,
  };
};
