import { orderCreated, orderMoved } from "#orders";
import { json, listen, memoryOfTransaction, statement, type Work } from "#platform";
import { partnerStatus } from "../channels.ts";
import { deliverWebhook } from "./deliver.ts";

/** Statuses that partners hear of, under the name of the event. */
const eventOf: Readonly<Record<string, string>> = {
  quote_sent: "quote.created",
  both_approved: "quote.approved",
  scheduled: "visit.scheduled",
  completed: "order.completed",
};

const silent = new Set(["quote_draft", "quote_ready"]);

/** The order as the partner knows it, when it has a channel that hears of it. */
const heardOf = statement((db, orderId: string) =>
  db
    .selectFrom("orders as o")
    .innerJoin("partnerChannels as c", "c.organizationId", "o.accountId")
    .leftJoin("partnerReferences as r", "r.orderId", "o.id")
    .select([
      "o.number",
      "o.plannedOn",
      "r.partnerOrderId",
      "c.organizationId",
      "c.statusMap",
      "c.webhookEvents",
    ])
    .where("o.id", "=", orderId)
    .where("c.active", "=", true)
    .where("c.webhookUrl", "is not", null),
);

/** Orders of which no partner hears, which most moves of one transaction ask anew. */
const unheardIn = memoryOfTransaction<true>();

const queue = async (
  work: Work,
  delivery: { organizationId: string; orderId: string; event: string; body: object },
) => {
  const { id } = await work.tx
    .insertInto("webhookDeliveries")
    .values({
      organizationId: delivery.organizationId,
      orderId: delivery.orderId,
      event: delivery.event,
      body: json(delivery.body),
      createdAt: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  work.schedule(deliverWebhook({ deliveryId: id }, { key: `webhook:${id}`, orderId: delivery.orderId }));
};

const tell = async (
  work: Work,
  orderId: string,
  told: { event: string; status: string; reason?: string | null; at: string },
) => {
  const unheard = unheardIn(work.tx);
  if (unheard?.has(orderId)) return;
  const [order] = await heardOf(work.tx, orderId);
  if (!order) unheard?.set(orderId, true);
  if (!order?.webhookEvents.includes(told.event)) return;
  const body = {
    event: told.event,
    order_number: order.number,
    partner_order_id: order.partnerOrderId,
    status: partnerStatus({ statusMap: order.statusMap as Record<string, string> }, told.status),
    planned_on: order.plannedOn,
    reason: told.reason ?? null,
    occurred_at: told.at,
  };
  await queue(work, { organizationId: order.organizationId, orderId, event: told.event, body });
};

/** Tells the partner that its order arrived. */
export const tellOfNewOrder = listen(
  orderCreated,
  "partners/tell-partner",
  (work, { orderId, status }, { at }) => tell(work, orderId, { event: "order.created", status, at }),
);

/** Tells the partner of every step it can do something with. */
export const tellOfMove = listen(
  orderMoved,
  "partners/tell-partner",
  async (work, { orderId, to, reason }, { at }) => {
    if (!silent.has(to))
      await tell(work, orderId, { event: eventOf[to] ?? "order.status_changed", status: to, reason, at });
  },
);
