import { type BusinessEntity, businessEntities, lacksOnInvoices } from "#crm";
import { openException, orders } from "#orders";
import { type Problem, type Work } from "#platform";
import { sellerIncomplete } from "./problems.ts";

/** Refuses an invoice of an entity that does not say on it what the law asks. */
export const requireSeller = (entity: BusinessEntity, orderId: string): void => {
  const fields = lacksOnInvoices(entity);
  if (fields.length > 0)
    throw sellerIncomplete({ businessEntity: entity.code, name: entity.name, orderId, fields });
};

/** Puts an order in the list whose invoice waits for facts about the seller. */
export const waitForSeller = async (work: Work, orderId: string): Promise<void> => {
  const { businessEntity } = await orders.byId(work.tx, orderId);
  const entity = await businessEntities.byCode(work.tx, businessEntity);
  const facts = { name: entity.name, fields: lacksOnInvoices(entity) };
  await openException(work, { orderId, kind: "seller_incomplete", facts });
};

/** After a refusal: what was refused for want of facts stands in the list. */
export const keepRefused = async (work: Work, { type, facts }: Problem): Promise<void> => {
  if (type === sellerIncomplete().type) await waitForSeller(work, String(facts.orderId));
};
