interface Placed {
  name: string;
  orderId: string | null;
  recordId: string | null;
}

/** The parts of an order's page on which capabilities tell more. */
const parts: readonly [start: string, part: string][] = [
  ["sales/intake", "intake"],
  ["sales/quote", "quote"],
  ["planning/", "visits"],
  ["field/", "visits"],
  ["billing/invoices", "invoices"],
  ["orders/file", "files"],
];

/** Where one reads more about a happening; nothing where its order says it all. */
export const happeningPlace = ({ name, orderId, recordId }: Placed): string | undefined => {
  if (name === "crm/contact-changed") return `/contacts/${recordId}`;
  if (/^billing\/(invoice-|payment)/.test(name) && recordId) return `/invoices/${recordId}`;
  const part = parts.find(([start]) => name.startsWith(start))?.[1];
  return part && orderId ? `/orders/${orderId}?at=${part}` : undefined;
};
