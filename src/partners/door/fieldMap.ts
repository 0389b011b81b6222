import { z } from "zod";

/** What can be read of an order; `billing` is the address on the invoice, where it is another one. */
export const FieldName = z.enum([
  "partner_order_id",
  "kind",
  "customer.name",
  "customer.first_name",
  "customer.initials",
  "customer.infix",
  "customer.last_name",
  "customer.company",
  "customer.vat_number",
  "customer.email",
  "customer.phone",
  "site.address",
  "site.street",
  "site.house_number",
  "site.addition",
  "site.postal_code",
  "site.city",
  "site.country",
  "billing.address",
  "billing.street",
  "billing.house_number",
  "billing.addition",
  "billing.postal_code",
  "billing.city",
  "billing.country",
  "products",
  "products.sku",
  "products.quantity",
  "products.description",
  "preferred_date",
  "notes",
  "references.purchase_order",
  "references.customer_account",
  "references.dealer_group",
  "references.dealer",
  "references.sales_agent",
  "intake",
]);
export type FieldName = z.infer<typeof FieldName>;

/**
 * Where the parts of an order stand in a partner's payload: our name → their path. Dots nest (`buyer.contact.email`),
 * `q:` is the answer to a form question of that name. Below `products` paths are relative to one line.
 */
export type FieldMap = Readonly<Record<string, string>>;

/** The canonical format itself; partners who speak it need no map. */
export const canonicalFields: FieldMap = {
  partner_order_id: "partner_order_id",
  kind: "kind",
  "customer.name": "customer.name",
  "customer.first_name": "customer.first_name",
  "customer.infix": "customer.infix",
  "customer.last_name": "customer.last_name",
  "customer.company": "customer.company",
  "customer.vat_number": "customer.vat_number",
  "customer.email": "customer.email",
  "customer.phone": "customer.phone",
  "site.street": "customer.address.street",
  "site.house_number": "customer.address.house_number",
  "site.addition": "customer.address.addition",
  "site.postal_code": "customer.address.postal_code",
  "site.city": "customer.address.city",
  "site.country": "customer.address.country",
  products: "products",
  "products.sku": "partner_sku",
  "products.quantity": "quantity",
  "products.description": "description",
  preferred_date: "installation_preferences.preferred_date",
  notes: "installation_preferences.notes",
  "references.purchase_order": "partner_references.purchase_order",
  "references.customer_account": "partner_references.customer_account",
  "references.dealer_group": "partner_references.dealer_group_id",
  intake: "intake",
};

interface FormQuestion {
  name?: unknown;
  type?: unknown;
  value?: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The questions of a form submission, as form builders send them. */
export const formQuestions = (payload: unknown): FormQuestion[] => {
  const submission = isRecord(payload) ? payload.submission : undefined;
  const questions = isRecord(submission) ? submission.questions : undefined;
  return Array.isArray(questions) ? questions.filter(isRecord) : [];
};

/** What stands at a path of a payload, or undefined. Only own properties count. */
export const valueAt = (payload: unknown, path: string): unknown => {
  if (path.startsWith("q:")) return formQuestions(payload).find(({ name }) => name === path.slice(2))?.value;
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      payload,
    );
};
