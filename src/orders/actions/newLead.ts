import {
  addSite,
  businessEntities,
  matchOrMakeCustomer,
  organizations,
  phoneNumber,
  phoneProblems,
  readAddress,
  splitName,
} from "#crm";
import { action, invalidInput } from "#platform";
import { orders as contract } from "../contract.ts";
import { createOrder } from "../createOrder.ts";
import { openException } from "../exceptionStore.ts";
import { mayChangeOrders } from "../policy.ts";
import { viewOrder } from "../queries/order.ts";
import { wishProblems } from "../wishedDay.ts";

const unknownEntity = {
  pointer: "/businessEntity",
  problem: "unknown-value",
  message: "There is no such entity",
};

/** A lead typed in the office: finds or makes the customer; an address never stops it, a telephone number nobody can call does. */
export const newLead = action(contract.newLead, async (work, lead) => {
  const { tx, actor, authorize } = work;
  authorize(mayChangeOrders(actor));
  const known = (await businessEntities.all(tx)).some(({ code }) => code === lead.businessEntity);
  const errors = [
    ...(known ? [] : [unknownEntity]),
    ...phoneProblems(lead.phone),
    ...wishProblems(lead.requestedOn, work.now),
  ];
  if (errors.length > 0) throw invalidInput({ errors });
  const customer = await matchOrMakeCustomer(work, {
    ...splitName(lead.name),
    company: lead.company || null,
    email: lead.email || null,
    phone: phoneNumber(lead.phone),
    language: lead.language,
  });
  const account = lead.accountId ? await organizations.byId(tx, lead.accountId) : customer.organization;
  const address = readAddress(lead.address);
  const { site, flags } = await addSite(work, { organizationId: customer.organization.id, address });
  const order = await createOrder(work, {
    businessEntity: lead.businessEntity,
    kind: lead.kind,
    source: "office",
    account,
    customer,
    site,
    requestedOn: lead.requestedOn ?? null,
    notes: lead.notes || null,
  });
  for (const flag of flags.filter((each) => each === "address_unverified"))
    await openException(work, { orderId: order.id, kind: flag, facts: { postalCode: address.postalCode } });
  return viewOrder(tx, actor, order.id);
});
