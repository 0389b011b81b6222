import { z } from "zod";
import { OrderStatusName } from "#orders/contract";
import { endpoint, filledText, Id, Instant, listEndpoint, text } from "#platform/contract";
import { FieldName } from "./door/fieldMap.ts";
import { WebhookEvent } from "./webhooks/webhookEvents.ts";

/** A place in a payload: names with dots between them, or `q:` and the name of a form question. */
export const FieldPath = filledText(200).regex(/^(q:.+|[^.\s]+(\.[^.\s]+)*)$/u);

export const FieldMapInput = z.partialRecord(FieldName, FieldPath).superRefine((fields, context) => {
  if (Object.keys(fields).length === 0) return;
  const missing = (["partner_order_id", "customer.email", "customer.last_name"] as const).filter(
    (name) => !fields[name] && !(name === "customer.last_name" && fields["customer.name"]),
  );
  for (const name of missing)
    context.addIssue({
      code: "too_small",
      origin: "string",
      minimum: 1,
      inclusive: true,
      path: [name],
      message: "This field cannot be left out",
      input: "",
    });
});

export const ChannelView = z.object({
  organizationId: Id,
  key: z.string(),
  businessEntity: z.string(),
  active: z.boolean(),
  /** Where the parts of an order stand in the partner's payload; empty is our own format. */
  fields: z.record(z.string(), z.string()),
  repeatedOrder: z.enum(["conflict", "existing"]),
  linesBilledTo: z.enum(["account", "end_customer"]),
  /** Our statuses in the partner's words, where it has its own. */
  statusMap: z.record(z.string(), z.string()),
  webhookUrl: z.string().nullable(),
  webhookEvents: z.array(WebhookEvent),
  hasSecret: z.boolean(),
});
export type ChannelView = z.infer<typeof ChannelView>;

export const ChannelRow = z.object({
  id: Id,
  name: z.string(),
  key: z.string(),
  businessEntity: z.string(),
  active: z.boolean(),
  hasWebhook: z.boolean(),
  keys: z.int(),
  lastCallAt: Instant.nullable(),
});

export const PartnerArticleRow = z.object({
  id: z.string(),
  partnerSku: z.string(),
  articleId: Id,
  articleNumber: z.string(),
  articleName: z.string(),
});

const ofOrganization = z.object({ organizationId: Id });
const channelPath = "/organizations/:organizationId/partner-channel";
const Key = filledText(40)
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]*$/);

/** How each partner works with us, kept by the partner desk. */
export const channelCalls = {
  channels: listEndpoint({
    name: "partners.channels",
    summary: "Partners that deliver orders to us, each with the state of its connection",
    path: "/partner-channels",
    doors: ["office"],
    row: ChannelRow,
    filters: { search: text(80).optional() },
    sorts: ["name"],
    defaultSort: "name",
  }),
  channel: endpoint({
    name: "partners.channel",
    summary: "How one partner works with us; null when it has no connection yet",
    method: "GET",
    path: channelPath,
    doors: ["office"],
    params: ofOrganization,
    response: z.object({ channel: ChannelView.nullable() }),
  }),
  openChannel: endpoint({
    name: "partners.openChannel",
    summary: "Let a partner deliver orders",
    method: "POST",
    path: channelPath,
    doors: ["office"],
    params: ofOrganization,
    body: z.object({ key: Key, businessEntity: filledText(40), fields: FieldMapInput.default({}) }),
    response: ChannelView,
    status: 201,
  }),
  changeChannel: endpoint({
    name: "partners.changeChannel",
    summary: "Change how a partner's orders are read and answered; what was not sent stays",
    method: "PATCH",
    path: channelPath,
    doors: ["office"],
    params: ofOrganization,
    body: z
      .object({
        businessEntity: filledText(40),
        active: z.boolean(),
        fields: FieldMapInput,
        repeatedOrder: ChannelView.shape.repeatedOrder,
        linesBilledTo: ChannelView.shape.linesBilledTo,
        statusMap: z.partialRecord(OrderStatusName, filledText(60)),
      })
      .partial(),
    response: ChannelView,
  }),
  setWebhook: endpoint({
    name: "partners.setWebhook",
    summary:
      "Say where a partner is told of its orders, and of what; the first time the answer shows the secret, once",
    method: "PUT",
    path: `${channelPath}/webhook`,
    doors: ["office"],
    params: ofOrganization,
    body: z.object({ url: text(500).nullable(), events: z.array(WebhookEvent).max(20) }),
    response: z.object({ channel: ChannelView, secret: z.string().nullable() }),
  }),
  renewWebhookSecret: endpoint({
    name: "partners.renewWebhookSecret",
    summary: "Make a new secret for the partner's webhooks; the former one signs nothing any more",
    method: "POST",
    path: `${channelPath}/webhook/secret`,
    doors: ["office"],
    params: ofOrganization,
    response: z.object({ secret: z.string() }),
  }),
  testWebhook: endpoint({
    name: "partners.testWebhook",
    summary: "Send a test message to a partner's webhook, once",
    method: "POST",
    path: `${channelPath}/webhook/test`,
    doors: ["office"],
    params: ofOrganization,
    response: z.object({ deliveryId: Id }),
    status: 202,
  }),
  partnerArticles: listEndpoint({
    name: "partners.partnerArticles",
    summary: "Which of our articles a partner's numbers are",
    path: "/partner-articles",
    doors: ["office"],
    row: PartnerArticleRow,
    filters: { organizationId: Id, search: text(80).optional() },
    sorts: ["partnerSku"],
    defaultSort: "partnerSku",
  }),
  unmapSku: endpoint({
    name: "partners.unmapSku",
    summary: "Take a partner's number off the map; lines that have their article keep it",
    method: "POST",
    path: "/organizations/:organizationId/partner-articles/remove",
    doors: ["office"],
    params: ofOrganization,
    body: z.object({ partnerSku: filledText(200) }),
    response: z.object({ partnerSku: z.string() }),
  }),
};
