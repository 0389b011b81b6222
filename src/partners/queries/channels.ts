import { sql } from "kysely";
import { pageByKeyset, query } from "#platform";
import { viewChannel } from "../channels.ts";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";

/** How one partner works with us. */
export const channelOfPartner = query(
  partners.channel,
  async ({ db, actor, authorize }, { organizationId }) => {
    authorize(mayKeepChannels(actor));
    return { channel: (await viewChannel(db, organizationId)) ?? null };
  },
);

export const channelsList = query(
  partners.channels,
  async ({ db, actor, authorize }, { search, ...page }) => {
    authorize(mayKeepChannels(actor));
    let select = db
      .selectFrom("partnerChannels as c")
      .innerJoin("organizations as o", "o.id", "c.organizationId")
      .select(["o.id", "o.name", "c.key", "c.businessEntity", "c.active"])
      .select(sql<boolean>`c.webhook_url is not null`.as("hasWebhook"))
      .select(
        sql<number>`(select count(*)::int4 from api_keys k where k.organization_id = o.id and k.revoked_at is null)`.as(
          "keys",
        ),
      )
      .select(
        sql<string | null>`(select max(p.at) from partner_calls p where p.organization_id = o.id)`.as(
          "lastCallAt",
        ),
      );
    if (search) select = select.where("o.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
    return pageByKeyset(select, page, { columns: { name: sql`o.name` }, id: sql`o.id` });
  },
);

export const partnerArticlesList = query(
  partners.partnerArticles,
  async ({ db, actor, authorize }, { organizationId, search, ...page }) => {
    authorize(mayKeepChannels(actor));
    let select = db
      .selectFrom("partnerArticles as p")
      .innerJoin("articles as a", "a.id", "p.articleId")
      .select(["p.partnerSku as id", "p.partnerSku", "p.articleId"])
      .select(["a.number as articleNumber", "a.name as articleName"])
      .where("p.organizationId", "=", organizationId);
    if (search)
      select = select.where((where) =>
        where.or([
          where("p.partnerSku", "ilike", `%${search.replace(/[%_\\]/g, "\\$&")}%`),
          where("a.search", "like", sql<string>`'%' || plain(${search}) || '%'`),
        ]),
      );
    return pageByKeyset(select, page, {
      columns: { partnerSku: sql`p.partner_sku` },
      id: sql`p.partner_sku`,
    });
  },
);
