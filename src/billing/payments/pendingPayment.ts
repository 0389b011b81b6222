import { randomUUIDv7 } from "node:crypto";
import type { Work } from "#platform";

/** The payment of this amount that was begun and not ended; a new one where there is none. Who calls holds the invoice. */
export const pendingPayment = async (
  { tx, now, services, note }: Work,
  { id: invoiceId, orderId }: { id: string; orderId: string },
  amountCents: number,
): Promise<{ id: string; checkoutUrl: string | null }> => {
  const provider = services.payments.name;
  const begun = await tx
    .selectFrom("payments")
    .select(["id", "checkoutUrl"])
    .where("invoiceId", "=", invoiceId)
    .where("status", "=", "pending")
    .where("provider", "=", provider)
    .where("amountCents", "=", amountCents)
    .executeTakeFirst();
  if (begun) return begun;
  const id = randomUUIDv7();
  await tx
    .insertInto("payments")
    .values({ id, invoiceId, amountCents, method: "ideal", status: "pending", provider, createdAt: now })
    .execute();
  note({ recordType: "payment", recordId: id, orderId, changes: { amountCents } });
  return { id, checkoutUrl: null };
};
