import { sql } from "kysely";
import { pageByKeyset, query } from "#platform";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";

export const callsList = query(
  partners.calls,
  async ({ db, actor, authorize }, { organizationId, outcome, ...page }) => {
    authorize(mayKeepChannels(actor));
    let select = db
      .selectFrom("partnerCalls as c")
      .innerJoin("organizations as o", "o.id", "c.organizationId")
      .selectAll("c")
      .select("o.name as organizationName");
    if (organizationId) select = select.where("c.organizationId", "=", organizationId);
    if (outcome?.length) select = select.where("c.outcome", "in", outcome);
    return pageByKeyset(select, page, { columns: { at: sql`c.at` }, id: sql`c.id` });
  },
);

export const deliveriesList = query(
  partners.deliveries,
  async ({ db, actor, authorize }, { organizationId, status, ...page }) => {
    authorize(mayKeepChannels(actor));
    let select = db
      .selectFrom("webhookDeliveries as d")
      .innerJoin("organizations as o", "o.id", "d.organizationId")
      .selectAll("d")
      .select("o.name as organizationName");
    if (organizationId) select = select.where("d.organizationId", "=", organizationId);
    if (status?.length) select = select.where("d.status", "in", status);
    return pageByKeyset(select, page, { columns: { createdAt: sql`d.created_at` }, id: sql`d.id` });
  },
);
