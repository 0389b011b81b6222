import { articles, partnerSkuMapped } from "#catalog";
import { organizations } from "#crm";
import { mapLines, orders, settleExceptions } from "#orders";
import { action } from "#platform";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";

/** Ties a partner's number to one of our articles; lines that waited for it get article and price at once. */
export const mapSku = action(partners.mapSku, async (work, { organizationId, partnerSku, articleId }) => {
  const { tx, actor, authorize, announce, note } = work;
  authorize(mayKeepChannels(actor));
  await organizations.byId(tx, organizationId);
  const article = await articles.byId(tx, articleId);
  await tx
    .insertInto("partnerArticles")
    .values({ organizationId, partnerSku, articleId })
    .onConflict((conflict) => conflict.columns(["organizationId", "partnerSku"]).doUpdateSet({ articleId }))
    .execute();
  const waiting = await tx
    .selectFrom("orderLines as l")
    .innerJoin("orders as o", "o.id", "l.orderId")
    .select("o.id")
    .distinct()
    .where("o.accountId", "=", organizationId)
    .where("l.partnerSku", "=", partnerSku)
    .where("l.articleId", "is", null)
    .where("l.status", "=", "draft")
    .execute();
  for (const { id } of waiting) {
    await mapLines(work, await orders.lock(tx, id), partnerSku, article);
    await settleExceptions(work, {
      orderId: id,
      kind: "unknown_sku",
      key: partnerSku,
      resolution: `mapped to ${article.number}`,
    });
  }
  note({
    recordType: "organization",
    recordId: organizationId,
    changes: { partnerSku, article: article.number },
  });
  announce(partnerSkuMapped({ id: articleId, organizationId, partnerSku }));
  return { partnerSku, articleId, orders: waiting.length };
});
