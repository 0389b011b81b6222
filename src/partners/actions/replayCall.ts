import { action, notFound } from "#platform";
import { channelOf } from "../channels.ts";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";
import { noChannel } from "../problems.ts";
import { receivePayload } from "./receiveOrder.ts";

/** Reads a refused call again, as it came or as it was mended. */
export const replayCall = action(partners.replayCall, async (work, { callId, payload }) => {
  work.authorize(mayKeepChannels(work.actor));
  const call = await work.tx
    .selectFrom("partnerCalls")
    .selectAll()
    .where("id", "=", callId)
    .executeTakeFirst();
  if (!call) throw notFound();
  const channel = await channelOf(work.tx, call.organizationId);
  if (!channel) throw noChannel();
  work.note({
    recordType: "partner_call",
    recordId: callId,
    changes: { replayed: true, mended: payload !== undefined },
  });
  return receivePayload(work, channel, payload ?? call.payload);
});
