import { sql } from "kysely";
import { type Db, pageByKeyset, query } from "#platform";
import { articles } from "../articleStore.ts";
import { catalog } from "../contract.ts";

export const articlesList = query(catalog.articles, async ({ db }, { search, kind, active, ...page }) => {
  let select = db.selectFrom("articles as a").selectAll("a");
  if (search) select = select.where("a.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
  if (kind?.length) select = select.where("a.kind", "in", kind);
  if (active !== undefined) select = select.where("a.active", "=", active);
  return pageByKeyset(select, page, { columns: { number: sql`a.number`, name: sql`a.name` }, id: sql`a.id` });
});

/** One article with its components and what partners call it. */
export const viewArticle = async (db: Db, articleId: string) => {
  const article = await articles.byId(db, articleId);
  const components = await articles.components(db, articleId);
  const partnerNumbers = await db
    .selectFrom("partnerArticles as p")
    .innerJoin("organizations as o", "o.id", "p.organizationId")
    .select(["p.organizationId", "o.name as organizationName", "p.partnerSku"])
    .where("p.articleId", "=", articleId)
    .orderBy("o.name")
    .execute();
  return {
    ...article,
    partnerNumbers,
    components: components.map(({ id, number, name, listPriceCents, bundleQuantity }) => ({
      articleId: id,
      number,
      name,
      listPriceCents,
      quantity: bundleQuantity,
    })),
  };
};

export const articleById = query(catalog.article, ({ db }, { articleId }) => viewArticle(db, articleId));

export const priceAgreementsList = query(catalog.priceAgreements, async ({ db, now }, { organizationId }) => {
  let select = db
    .selectFrom("priceAgreements as p")
    .leftJoin("organizations as o", "o.id", "p.organizationId")
    .selectAll("p")
    .select("o.name as organizationName")
    .where("p.active", "=", true)
    .where((where) =>
      where.or([where("p.validUntil", "is", null), where("p.validUntil", ">=", now.slice(0, 10))]),
    )
    .orderBy("p.priority", "desc")
    .orderBy("p.name")
    .limit(200);
  if (organizationId) select = select.where("p.organizationId", "=", organizationId);
  return { rows: await select.execute() };
});
