import { sql } from "kysely";
import { type Db, notFound, pageByKeyset, query } from "#platform";
import { messaging } from "../contract.ts";
import { mayReadMessages } from "../policy.ts";

const rows = (db: Db) =>
  db
    .selectFrom("messages as m")
    .innerJoin("contacts as c", "c.id", "m.contactId")
    .innerJoin("organizations as g", "g.id", "m.organizationId")
    .leftJoin("orders as o", "o.id", "m.orderId")
    .select([
      "m.id",
      "m.template",
      "m.orderId",
      "o.number as orderNumber",
      "m.contactId",
      "c.name as contactName",
    ])
    .select([
      "m.organizationId",
      "g.name as organizationName",
      "m.businessEntity",
      "m.toAddress",
      "m.subject",
    ])
    .select(["m.status", "m.error", "m.createdAt", "m.sentAt"]);

export const messagesList = query(
  messaging.messages,
  async ({ db, actor, authorize }, { search, status, ...filters }) => {
    authorize(mayReadMessages(actor));
    const { orderId, contactId, organizationId, ...page } = filters;
    let select = rows(db);
    if (orderId) select = select.where("m.orderId", "=", orderId);
    if (contactId) select = select.where("m.contactId", "=", contactId);
    if (organizationId) select = select.where("m.organizationId", "=", organizationId);
    if (status?.length) select = select.where("m.status", "in", status);
    if (search) select = select.where("c.search", "like", sql<string>`'%' || plain(${search}) || '%'`);
    return pageByKeyset(select, page, { columns: { createdAt: sql`m.created_at` }, id: sql`m.id` });
  },
);

export const messageById = query(messaging.message, async ({ db, actor, authorize }, { messageId }) => {
  authorize(mayReadMessages(actor));
  const message = await rows(db)
    .select(["m.fromName", "m.fromAddress", "m.body", "m.html", "m.calendar"])
    .where("m.id", "=", messageId)
    .executeTakeFirst();
  if (!message) throw notFound();
  const attachments = await db
    .selectFrom("messageAttachments")
    .select("name")
    .where("messageId", "=", messageId)
    .execute();
  return { ...message, attachments };
});
