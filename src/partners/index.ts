import type { Capability } from "#platform";
import { changeChannel, openChannel } from "./actions/changeChannel.ts";
import { mapSku } from "./actions/mapSku.ts";
import { receivePartnerOrder } from "./actions/receiveOrder.ts";
import { replayCall } from "./actions/replayCall.ts";
import { replayDelivery } from "./actions/replayDelivery.ts";
import { unmapSku } from "./actions/unmapSku.ts";
import { renewWebhookSecret, setWebhook, testWebhook } from "./actions/webhook.ts";
import { fetchFile } from "./files/fetchFile.ts";
import { channelOfPartner, channelsList, partnerArticlesList } from "./queries/channels.ts";
import { callsList, deliveriesList } from "./queries/desk.ts";
import { partnerOrder, partnerOrderByReference, partnerOrders } from "./queries/partnerOrders.ts";
import { deliverWebhook } from "./webhooks/deliver.ts";
import { tellOfMove, tellOfNewOrder } from "./webhooks/listeners.ts";

export { type Channel, channelOf, partnerStatus } from "./channels.ts";
export type { FieldMap } from "./door/fieldMap.ts";
export { type KnownFormat, knownFormats } from "./knownFormats.ts";
export { webhookSignature } from "./webhooks/deliver.ts";

/** Portals and the API for partners: orders in, status out. */
export const partners: Capability = {
  name: "partners",
  routes: [
    receivePartnerOrder,
    partnerOrders,
    partnerOrder,
    partnerOrderByReference,
    callsList,
    replayCall,
    mapSku,
    deliveriesList,
    replayDelivery,
    channelsList,
    channelOfPartner,
    openChannel,
    changeChannel,
    setWebhook,
    renewWebhookSecret,
    testWebhook,
    partnerArticlesList,
    unmapSku,
  ],
  listeners: [tellOfNewOrder, tellOfMove],
  jobs: [deliverWebhook, fetchFile],
};
