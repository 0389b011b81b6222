/** What a row of a list shows of an order; its page begins with the same. */
export const rowColumns = [
  "o.id",
  "o.number",
  "o.businessEntity",
  "o.kind",
  "o.status",
  "o.statusSince",
  "o.statusDue",
  "o.billingState",
  "o.priority",
  "o.customerName",
  "o.accountName",
  "o.place",
  "o.totalCents",
  "o.requestedOn",
  "o.plannedOn",
  "o.createdAt",
  "o.updatedAt",
] as const;

/** What its page shows besides. */
export const pageColumns = [
  "o.source",
  "o.accountId",
  "o.endCustomerId",
  "o.contactId",
  "o.ownerId",
  "o.notes",
  "o.cancelReason",
  "o.completedAt",
  "o.closedAt",
] as const;
