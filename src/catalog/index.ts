import type { Capability } from "#platform";
import { addArticle } from "./actions/addArticle.ts";
import { changeArticle } from "./actions/changeArticle.ts";
import { articleById, articlesList, priceAgreementsList } from "./queries/articles.ts";

export { type Article, articles } from "./articleStore.ts";
export { partnerSkuMapped } from "./events.ts";
export { type Price, type PriceAgreement, type PriceQuestion, priceOf } from "./pricing.ts";

/** What: articles, bundles, partner numbers and price agreements. */
export const catalog: Capability = {
  name: "catalog",
  routes: [articlesList, articleById, addArticle, changeArticle, priceAgreementsList],
};
