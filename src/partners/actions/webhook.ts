import { randomBytes } from "node:crypto";
import { action, invalidInput, json, type Work } from "#platform";
import { channelToChange } from "../channels.ts";
import { partners } from "../contract.ts";
import { mayConnect } from "../policy.ts";
import { noWebhook } from "../problems.ts";
import { deliverWebhook } from "../webhooks/deliver.ts";

const reasons = {
  not_a_url: "This is not an address, such as https://partner.example/hook",
  not_https: "The address must begin with https://",
  private_address: "This address leads into a private network",
} as const;

const refusePrivate = ({ services }: Work, url: string | null) => {
  const refusal = url === null ? null : services.outbound.refusal(url);
  if (!refusal) return;
  const problem = refusal.replaceAll("_", "-");
  throw invalidInput({ errors: [{ pointer: "/url", problem, message: reasons[refusal] }] });
};

/** A new secret, sealed; only its maker sees it. */
const keepNewSecret = async ({ tx, services }: Work, organizationId: string): Promise<string> => {
  const secret = `whs_${randomBytes(32).toString("base64url")}`;
  const webhookSecretSealed = services.identity.seal(secret);
  await tx
    .updateTable("partnerChannels")
    .set({ webhookSecretSealed })
    .where("organizationId", "=", organizationId)
    .execute();
  return secret;
};

/** Says where and of what a partner is told; without an address it is told nothing. */
export const setWebhook = action(
  partners.setWebhook,
  async (work, { organizationId, url: typed, events }) => {
    work.authorize(mayConnect(work.actor));
    const url = typed === "" ? null : typed;
    const channel = await channelToChange(work.tx, organizationId);
    refusePrivate(work, url);
    await work.tx
      .updateTable("partnerChannels")
      .set({ webhookUrl: url, webhookEvents: [...new Set(events)] })
      .where("organizationId", "=", organizationId)
      .execute();
    const secret = url && !channel.hasSecret ? await keepNewSecret(work, organizationId) : null;
    work.note({
      recordType: "organization",
      recordId: organizationId,
      changes: { webhookUrl: url, webhookEvents: events, ...(secret ? { webhookSecret: "made" } : {}) },
    });
    return { channel: await channelToChange(work.tx, organizationId), secret };
  },
  { secret: true },
);

/** Makes a new secret; from now on it signs, and the former one no more. */
export const renewWebhookSecret = action(
  partners.renewWebhookSecret,
  async (work, { organizationId }) => {
    work.authorize(mayConnect(work.actor));
    await channelToChange(work.tx, organizationId);
    work.note({
      recordType: "organization",
      recordId: organizationId,
      changes: { webhookSecret: "renewed" },
    });
    return { secret: await keepNewSecret(work, organizationId) };
  },
  { secret: true },
);

/** Sends a message that says it is a test; what came of it stands with the other deliveries. */
export const testWebhook = action(partners.testWebhook, async (work, { organizationId }) => {
  work.authorize(mayConnect(work.actor));
  const channel = await channelToChange(work.tx, organizationId);
  if (!channel.webhookUrl || !channel.hasSecret) throw noWebhook();
  const { id } = await work.tx
    .insertInto("webhookDeliveries")
    .values({
      organizationId,
      event: "test",
      body: json({ event: "test", occurred_at: work.now }),
      createdAt: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  work.note({ recordType: "webhook_delivery", recordId: id, changes: { test: organizationId } });
  work.schedule(deliverWebhook({ deliveryId: id }, { key: `webhook:${id}` }));
  return { deliveryId: id };
});
