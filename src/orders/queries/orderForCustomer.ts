import { addressLine, businessEntities } from "#crm";
import { forbidden, query } from "#platform";
import { orders as contract, customerStep } from "../contract.ts";
import { orders } from "../orderStore.ts";

/** The order behind a signed link; row-level security shows no other. */
export const orderForCustomer = query(contract.orderForCustomer, async ({ db, actor }) => {
  if (actor.kind !== "customer") throw forbidden();
  const order = await orders.byId(db, actor.orderId);
  const [entity, contact, site, account] = await Promise.all([
    businessEntities.byCode(db, order.businessEntity),
    db
      .selectFrom("contacts")
      .selectAll()
      .where("id", "=", actor.contactId ?? order.contactId)
      .executeTakeFirst(),
    order.siteId
      ? db.selectFrom("sites").selectAll().where("id", "=", order.siteId).executeTakeFirst()
      : undefined,
    db
      .selectFrom("organizations")
      .select(["name", "brand", "kind"])
      .where("id", "=", order.accountId)
      .executeTakeFirst(),
  ]);
  const { name, colour, accent, phone, mailAddress, addressLines, kvkNumber, vatNumber } = entity;
  return {
    id: order.id,
    number: order.number,
    kind: order.kind,
    status: order.status,
    step: customerStep[order.status],
    customerName: order.customerName,
    contactName: contact?.name ?? order.customerName,
    language: contact?.language ?? "nl",
    plannedOn: order.plannedOn,
    address: site ? addressLine(site) : null,
    brand: { name, colour, accent, phone, mailAddress, addressLines, kvkNumber, vatNumber },
    partner:
      account?.kind === "partner"
        ? { name: account.name, brand: account.brand as Record<string, unknown> }
        : null,
  };
});
