import { action, notFound } from "#platform";
import { messaging } from "../contract.ts";
import { fileOf } from "../documents.ts";
import { mayReadMessages } from "../policy.ts";

/** Opens what a mail carried; the document is made if the mail never left the house. */
export const openAttachment = action(messaging.openAttachment, async (work, { messageId, name }) => {
  work.authorize(mayReadMessages(work.actor));
  const attachment = await work.tx
    .selectFrom("messageAttachments")
    .selectAll()
    .where("messageId", "=", messageId)
    .where("name", "=", name)
    .executeTakeFirst();
  if (!attachment) throw notFound();
  return { fileId: await fileOf(work, attachment), name };
});
