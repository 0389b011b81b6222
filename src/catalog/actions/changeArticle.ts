import { action } from "#platform";
import { articles } from "../articleStore.ts";
import { catalog } from "../contract.ts";
import { articleChanged } from "../events.ts";
import { mayChangeCatalog } from "../policy.ts";
import { viewArticle } from "../queries/articles.ts";

/** Changes an article; lines that were priced before keep their price. */
export const changeArticle = action(
  catalog.changeArticle,
  async ({ tx, actor, authorize, announce, note }, { articleId, ...changes }) => {
    authorize(mayChangeCatalog(actor));
    await articles.byId(tx, articleId);
    await tx
      .updateTable("articles")
      .set({ ...changes, id: articleId })
      .where("id", "=", articleId)
      .execute();
    note({ recordType: "article", recordId: articleId, changes });
    announce(articleChanged({ id: articleId }));
    return viewArticle(tx, articleId);
  },
);
