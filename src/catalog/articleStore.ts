import type { Selectable } from "kysely";
import { type Db, notFound, type Tables } from "#platform";
import type { PriceAgreement, VolumeTier } from "./pricing.ts";

export type Article = Selectable<Tables["articles"]>;

/** Reading articles, bundles and what was agreed about prices. */
export const articles = {
  async byId(db: Db, id: string): Promise<Article> {
    const article = await db.selectFrom("articles").selectAll().where("id", "=", id).executeTakeFirst();
    if (!article) throw notFound();
    return article;
  },

  byNumbers: (db: Db, numbers: readonly string[]): Promise<Article[]> =>
    numbers.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom("articles")
          .selectAll()
          .where("number", "in", [...numbers])
          .execute(),

  byIds: (db: Db, ids: readonly string[]): Promise<Article[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : db
          .selectFrom("articles")
          .selectAll()
          .where("id", "in", [...ids])
          .execute(),

  /** What a bundle is made of, in order. */
  components: (db: Db, parentId: string) =>
    db
      .selectFrom("articleComponents as c")
      .innerJoin("articles as a", "a.id", "c.componentId")
      .selectAll("a")
      .select("c.quantity as bundleQuantity")
      .where("c.parentId", "=", parentId)
      .orderBy("c.sort")
      .execute(),

  /** Our articles behind a partner's own numbers; what is not in the map is unknown. */
  async byPartnerSkus(db: Db, organizationId: string, skus: readonly string[]) {
    if (skus.length === 0) return new Map<string, Article & { packFactor: number }>();
    const rows = await db
      .selectFrom("partnerArticles as p")
      .innerJoin("articles as a", "a.id", "p.articleId")
      .selectAll("a")
      .select(["p.partnerSku", "p.packFactor"])
      .where("p.organizationId", "=", organizationId)
      .where("p.partnerSku", "in", [...skus])
      .execute();
    return new Map(rows.map(({ partnerSku, ...article }) => [partnerSku, article]));
  },

  /** The agreements that could matter to an organization; `priceOf` picks. */
  async agreementsFor(db: Db, organizationId: string): Promise<PriceAgreement[]> {
    const rows = await db
      .selectFrom("priceAgreements")
      .selectAll()
      .where("active", "=", true)
      .where((where) =>
        where.or([where("organizationId", "is", null), where("organizationId", "=", organizationId)]),
      )
      .execute();
    return rows.map((row) => ({
      ...row,
      fixedPrices: row.fixedPrices as Record<string, number>,
      tiers: row.tiers as unknown as VolumeTier[],
    }));
  },
};
