import { type Actor, action, invalidInput, json, type Problem, type Work } from "#platform";
import { type Channel, channelOf } from "../channels.ts";
import { partners } from "../contract.ts";
import { readPartnerOrder } from "../door/canonical.ts";
import { canonicalFields, valueAt } from "../door/fieldMap.ts";
import { receiveOrder, reportRepeat } from "../door/receive.ts";
import { mayDeliverOrders } from "../policy.ts";
import { noChannel } from "../problems.ts";

const fieldsOf = (channel: Channel) =>
  Object.keys(channel.fields).length > 0 ? channel.fields : canonicalFields;

const storableText = (text: string) => text.replaceAll("\0", "").toWellFormed();

/** What came, without the few characters PostgreSQL keeps in no text: NUL and halves of a character. */
const storable = (value: unknown): unknown => {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storableText(key), storable(part)]));
};

const organizationOf = (actor: Actor): string | null =>
  actor.kind === "partner" || actor.kind === "person" ? actor.organizationId : null;

/** Reads and takes in a payload, and keeps the call. Also used to read a refused call again. */
export const receivePayload = async (work: Work, channel: Channel, came: unknown) => {
  const payload = storable(came);
  const { order, errors } = readPartnerOrder(payload, fieldsOf(channel));
  if (!order) throw invalidInput({ errors });
  const given = await receiveOrder(work, channel, order);
  await work.tx
    .insertInto("partnerCalls")
    .values({
      organizationId: channel.organizationId,
      orderId: given.body.order_id,
      partnerOrderId: order.partnerOrderId,
      outcome: given.body.result,
      payload: json(payload),
      at: work.now,
    })
    .execute();
  return given;
};

/** A refused call is kept as it came, so that the partner desk can see and replay it. */
const keepRefused = async (work: Work, refusal: Problem, came: unknown) => {
  const payload = storable(came);
  const channel = await channelOf(work.tx, organizationOf(work.actor));
  if (!channel) return;
  const partnerOrderId = valueAt(payload, fieldsOf(channel).partner_order_id ?? "partner_order_id");
  const isConflict = refusal.type === "partners/order-differs";
  const orderId = isConflict ? (refusal.facts.order_id as string) : null;
  if (orderId) await reportRepeat(work, orderId, refusal.facts.differences);
  await work.tx
    .insertInto("partnerCalls")
    .values({
      organizationId: channel.organizationId,
      orderId,
      partnerOrderId: typeof partnerOrderId === "string" ? partnerOrderId.slice(0, 200) : null,
      outcome: isConflict ? "conflict" : "refused",
      payload: json(payload),
      problem: json(refusal.toJSON()),
      at: work.now,
    })
    .execute();
};

/** A partner delivers an order or a lead. */
export const receivePartnerOrder = action(
  partners.receiveOrder,
  async (work, payload) => {
    work.authorize(mayDeliverOrders(work.actor));
    const channel = await channelOf(work.tx, organizationOf(work.actor));
    if (!channel) throw noChannel();
    return receivePayload(work, channel, payload);
  },
  { refused: keepRefused },
);
