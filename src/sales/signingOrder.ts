import { z } from "zod";

/** Whose signatures a quote asks first: everybody's at once, or one side after the other. */
export const SigningOrder = z.enum(["parallel", "partner_first", "customer_first"]);
export type SigningOrder = z.infer<typeof SigningOrder>;

type Side = "customer" | "partner";

/** Whether a payer has to wait, given the sides that still have to sign. */
export const waitsForOthers = (order: SigningOrder, side: Side, unsigned: readonly Side[]): boolean => {
  if (order === "parallel") return false;
  const first: Side = order === "partner_first" ? "partner" : "customer";
  return side !== first && unsigned.includes(first);
};
