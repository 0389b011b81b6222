import { query } from "#platform";
import { postalCode, readAddress } from "../addresses/address.ts";
import { crm } from "../contract.ts";
import { businessEntities } from "../entityStore.ts";

export const findAddress = query(crm.findAddress, async ({ services }, typed) => {
  const code = postalCode(typed.postalCode);
  const known = code ? await services.addresses.locate(readAddress(typed)) : null;
  return { postalCode: code, city: known?.city ?? null, known: known !== null };
});

export const businessEntitiesList = query(crm.businessEntities, async ({ db }) => ({
  rows: await businessEntities.all(db),
}));
