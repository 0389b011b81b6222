import type { Db } from "#platform";
import type { PaymentProvider, ProviderStatus } from "./provider.ts";

export const testProviderName = "test";

/** The built-in provider: a page on which one pays, or does not, without any money. It remembers like a bank would. */
export const testPayments = (db: Db, baseUrl: string): PaymentProvider => ({
  name: testProviderName,
  async create({ paymentId: reference, amountCents, description, returnUrl }) {
    await db
      .insertInto("testBankPayments")
      .values({ reference, amountCents, description, returnUrl })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { reference, checkoutUrl: `${baseUrl}/pay/${reference}` };
  },
  async statusOf(reference) {
    const payment = await db
      .selectFrom("testBankPayments")
      .select("status")
      .where("reference", "=", reference)
      .executeTakeFirst();
    return (payment?.status ?? "failed") as ProviderStatus;
  },
});
