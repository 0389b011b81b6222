import { orderCreated, orderMoved, orders } from "#orders";
import { json, listen, type Work } from "#platform";
import { type Channel, channelOf, partnerStatus } from "../channels.ts";
import { deliverWebhook } from "./deliver.ts";

/** Statuses that partners hear of, under the name of the event. */
const eventOf: Readonly<Record<string, string>> = {
  quote_sent: "quote.created",
  both_approved: "quote.approved",
  scheduled: "visit.scheduled",
  completed: "order.completed",
};

const silent = new Set(["quote_draft", "quote_ready"]);

const partnerOrderIdOf = async (work: Work, orderId: string) => {
  const reference = await work.tx
    .selectFrom("partnerReferences")
    .select("partnerOrderId")
    .where("orderId", "=", orderId)
    .executeTakeFirst();
  return reference?.partnerOrderId ?? null;
};

const queue = async (
  work: Work,
  channel: Channel,
  delivery: { orderId: string; event: string; body: object },
) => {
  const { id } = await work.tx
    .insertInto("webhookDeliveries")
    .values({
      organizationId: channel.organizationId,
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
  const order = await orders.byId(work.tx, orderId);
  const channel = await channelOf(work.tx, order.accountId);
  if (!channel?.webhookUrl || !channel.webhookEvents.includes(told.event)) return;
  const body = {
    event: told.event,
    order_number: order.number,
    partner_order_id: await partnerOrderIdOf(work, orderId),
    status: partnerStatus(channel, told.status),
    planned_on: order.plannedOn,
    reason: told.reason ?? null,
    occurred_at: told.at,
  };
  await queue(work, channel, { orderId, event: told.event, body });
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
