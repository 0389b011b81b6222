/** A payment somebody is about to make. */
export interface PaymentRequest {
  /** Our id; a provider asked twice with the same id makes one payment. */
  paymentId: string;
  amountCents: number;
  currency: string;
  description: string;
  /** Where the payer returns to. */
  returnUrl: string;
}

/** A payment the provider knows, and where one pays it. */
export interface Checkout {
  reference: string;
  checkoutUrl: string;
}

export type ProviderStatus = "open" | "paid" | "failed";

/** Takes payments from people; the built-in one has a page of its own for trying, adapters bring iDEAL and cards. */
export interface PaymentProvider {
  name: string;
  create(request: PaymentRequest): Promise<Checkout>;
  /** What became of a payment; asked again whenever the provider says something changed, never taken from its message. */
  statusOf(reference: string): Promise<ProviderStatus>;
}

declare module "#platform" {
  interface Services {
    payments: PaymentProvider;
  }
}
