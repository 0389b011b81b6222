import { settleExceptions } from "#orders";
import { action, notFound } from "#platform";
import { messaging } from "../contract.ts";
import { deliverMail } from "../deliverMail.ts";
import { maySendMessages } from "../policy.ts";

/** Tries a failed mail again from the start. */
export const resendMessage = action(messaging.resendMessage, async (work, { messageId }) => {
  work.authorize(maySendMessages(work.actor));
  const message = await work.tx
    .updateTable("messages")
    .set({ status: "queued", attempts: 0 })
    .where("id", "=", messageId)
    .where("status", "=", "failed")
    .returning(["id", "orderId"])
    .executeTakeFirst();
  if (!message) throw notFound();
  if (message.orderId)
    await settleExceptions(work, {
      orderId: message.orderId,
      kind: "mail_failed",
      key: messageId,
      resolution: "sent again",
    });
  work.note({ recordType: "message", recordId: messageId, orderId: message.orderId });
  work.schedule(deliverMail({ messageId }, { key: `mail:${messageId}:${work.now}` }));
  return { id: messageId };
});
