import { addressLine, businessEntities, siteOf } from "#crm";
import { type Db, forbidden, query } from "#platform";
import { orders as contract, customerLabel, customerStep, type OrderStatus } from "../contract.ts";
import { orders } from "../orderStore.ts";
import { statusSetting } from "../statusSettings.ts";

/** What the office made of the words for this status; nothing when they are the product's own. */
const tunedLabel = async (db: Db, status: OrderStatus) => {
  const { customerLabel: now } = await statusSetting(db, status);
  const own = customerLabel(status);
  return now.nl === own.nl && now.en === own.en ? null : now;
};

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
    siteOf(db, order),
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
    tunedLabel: await tunedLabel(db, order.status),
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
