import { createHmac } from "node:crypto";
import { z } from "zod";
import { openException } from "#orders";
import { type JobKind, job, later, type Outbound, outside, type Work } from "#platform";
import { webhookSettled } from "../events.ts";

const mostAttempts = 3;
const patienceMilliseconds = 10_000;
/** An answer is only looked at for its status. */
const mostBytes = 100_000;

/** The signature over `timestamp.body` that a partner checks: `sha256=` and the HMAC in hex. */
export const webhookSignature = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;

type Outcome = { ok: true; status: number } | { ok: false; status: number | null; error: string };

const send = async (
  outbound: Outbound,
  to: { url: string; secret: string },
  given: { event: string; body: string; id: string; now: string },
): Promise<Outcome> => {
  const timestamp = String(Math.floor(Date.parse(given.now) / 1000));
  try {
    const { status } = await outbound.send(to.url, {
      method: "POST",
      patienceMilliseconds,
      mostBytes,
      headers: {
        "content-type": "application/json",
        "x-chargecars-event": given.event,
        "x-chargecars-delivery": given.id,
        "x-chargecars-timestamp": timestamp,
        "x-chargecars-signature": webhookSignature(to.secret, timestamp, given.body),
      },
      body: given.body,
    });
    if (status >= 200 && status < 300) return { ok: true, status };
    return { ok: false, status, error: `HTTP ${status}` };
  } catch (error) {
    return { ok: false, status: null, error: error instanceof Error ? error.message : String(error) };
  }
};

const giveUp = (
  work: Work,
  delivery: { id: string; orderId: string | null; organizationId: string; event: string },
  error: string,
) =>
  openException(work, {
    orderId: delivery.orderId,
    kind: "webhook_failed",
    key: delivery.id,
    organizationId: delivery.organizationId,
    facts: { event: delivery.event, error },
  });

interface Delivery {
  id: string;
  orderId: string | null;
  organizationId: string;
  event: string;
  attempts: number;
}

const keepOutcome = async (work: Work, delivery: Delivery, outcome: Outcome) => {
  const { id, orderId } = delivery;
  const attempts = delivery.attempts + 1;
  const isTest = delivery.event === "test";
  const isLast = isTest || attempts >= mostAttempts;
  const status = outcome.ok ? "delivered" : isLast ? "failed" : "waiting";
  await work.tx
    .updateTable("webhookDeliveries")
    .set({
      attempts,
      status,
      lastStatus: outcome.status,
      lastError: outcome.ok ? null : outcome.error,
      deliveredAt: outcome.ok ? work.now : null,
    })
    .where("id", "=", id)
    .execute();
  if (status !== "waiting") work.announce(webhookSettled({ id, orderId, status }));
  if (outcome.ok || isTest) return;
  if (isLast) return giveUp(work, delivery, outcome.error);
  const at = later(work.now, `PT${60 * 2 ** (attempts - 1)}S`);
  work.schedule(deliverWebhook({ deliveryId: id }, { at }));
};

/**
 * Sends one webhook: three tries, after 60 and 120 seconds; every attempt is kept, and after the last one a person hears
 * of it. The delivery id travels along, so that a receiver can tell a repetition.
 */
export const deliverWebhook: JobKind<{ deliveryId: string }> = job(
  "partners/deliver-webhook",
  z.object({ deliveryId: z.string() }),
  async (work, { deliveryId }) => {
    const delivery = await work.tx
      .selectFrom("webhookDeliveries as d")
      .innerJoin("partnerChannels as c", "c.organizationId", "d.organizationId")
      .selectAll("d")
      .select(["c.webhookUrl", "c.webhookSecretSealed"])
      .where("d.id", "=", deliveryId)
      .where("d.status", "=", "waiting")
      .executeTakeFirst();
    if (!delivery?.webhookUrl || !delivery.webhookSecretSealed) return;
    const { now, services } = work;
    const to = { url: delivery.webhookUrl, secret: services.identity.open(delivery.webhookSecretSealed) };
    const given = { event: delivery.event, body: JSON.stringify(delivery.body), id: deliveryId, now };
    return outside(
      () => send(services.outbound, to, given),
      async (settling, outcome) => {
        if ("error" in outcome) throw outcome.error;
        await keepOutcome(settling, delivery, outcome.value);
      },
    );
  },
);
