import { settleExceptions } from "#orders";
import { action, notFound } from "#platform";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";
import { deliverWebhook } from "../webhooks/deliver.ts";

/** Sends a webhook again, with three new tries. */
export const replayDelivery = action(partners.replayDelivery, async (work, { deliveryId }) => {
  work.authorize(mayKeepChannels(work.actor));
  const delivery = await work.tx
    .updateTable("webhookDeliveries")
    .set({ status: "waiting", attempts: 0 })
    .where("id", "=", deliveryId)
    .returningAll()
    .executeTakeFirst();
  if (!delivery) throw notFound();
  const { orderId, organizationId } = delivery;
  if (orderId)
    await settleExceptions(work, {
      orderId,
      kind: "webhook_failed",
      key: deliveryId,
      resolution: "sent again",
    });
  work.note({
    recordType: "webhook_delivery",
    recordId: deliveryId,
    orderId,
    changes: { replayed: organizationId },
  });
  work.schedule(deliverWebhook({ deliveryId }, { key: `webhook:${deliveryId}:${work.now}`, orderId }));
  return delivery;
});
