import { action } from "#platform";
import { catalog } from "../contract.ts";
import { articleChanged } from "../events.ts";
import { mayChangeCatalog } from "../policy.ts";
import { viewArticle } from "../queries/articles.ts";

/** Adds an article; its number must be new. */
export const addArticle = action(
  catalog.addArticle,
  async ({ tx, actor, authorize, announce, note }, article) => {
    authorize(mayChangeCatalog(actor));
    const { id } = await tx.insertInto("articles").values(article).returning("id").executeTakeFirstOrThrow();
    note({ recordType: "article", recordId: id, changes: { number: article.number } });
    announce(articleChanged({ id }));
    return viewArticle(tx, id);
  },
);
