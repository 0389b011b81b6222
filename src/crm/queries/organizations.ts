import { sql } from "kysely";
import { pageByKeyset, query } from "#platform";
import { crm } from "../contract.ts";
import { maySeeCustomers } from "../policy.ts";

export const organizationsList = query(
  crm.organizations,
  async ({ db, actor, authorize }, { kind, search, ...page }) => {
    authorize(maySeeCustomers(actor));
    let select = db
      .selectFrom("organizations as o")
      .leftJoin("organizations as p", "p.id", "o.parentId")
      .select(["o.id", "o.kind", "o.name", "o.email", "o.phone", "o.createdAt", "p.name as parentName"])
      .select(
        sql<
          string | null
        >`(select s.city from sites s where s.organization_id = o.id order by s.created_at limit 1)`.as(
          "city",
        ),
      );
    if (kind?.length) select = select.where("o.kind", "in", kind);
    if (search) select = select.where("o.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
    return pageByKeyset(select, page, {
      columns: { name: sql`o.name`, createdAt: sql`o.created_at` },
      id: sql`o.id`,
    });
  },
);
