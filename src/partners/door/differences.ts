import { createHash } from "node:crypto";
import { fullName } from "#crm";
import type { CanonicalOrder } from "./canonical.ts";

/** What two deliveries of one order are compared on; intake and files may come later and do not count. */
export const comparable = (order: CanonicalOrder): Record<string, unknown> => ({
  customer: {
    name: fullName(order.customer),
    company: order.customer.company,
    email: order.customer.email,
    phone: order.customer.phone,
  },
  site: order.site,
  products: order.products.map(({ partnerSku, quantity }) => ({ partner_sku: partnerSku, quantity })),
  preferred_date: order.preferredDate,
  notes: order.notes,
  references: order.references,
});

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
};

export const contentHash = (content: unknown): Buffer =>
  createHash("sha256")
    .update(JSON.stringify(inOrder(content)))
    .digest();

export interface Difference {
  pointer: string;
  first: unknown;
  now: unknown;
}

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Where two contents differ, leaf by leaf, as JSON pointers with both values. */
export const differencesOf = (first: unknown, now: unknown, pointer = ""): Difference[] => {
  const bothObjects = typeof first === "object" && typeof now === "object" && first !== null && now !== null;
  if (!bothObjects)
    return (first ?? null) === (now ?? null) ? [] : [{ pointer, first: first ?? null, now: now ?? null }];
  const keys = new Set([...Object.keys(now), ...Object.keys(first)]);
  return [...keys].flatMap((key) =>
    differencesOf(
      (first as Record<string, unknown>)[key],
      (now as Record<string, unknown>)[key],
      `${pointer}/${snake(key)}`,
    ),
  );
};
