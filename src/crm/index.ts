import type { Capability } from "#platform";
import { changeBusinessEntity } from "./actions/changeBusinessEntity.ts";
import { changeContact } from "./actions/changeContact.ts";
import { changeOrganization } from "./actions/changeOrganization.ts";
import { contactById, contactsList } from "./queries/contacts.ts";
import { organizationById } from "./queries/organization.ts";
import { organizationsList } from "./queries/organizations.ts";
import { businessEntitiesList, findAddress } from "./queries/places.ts";

export { changeBusinessEntity } from "./actions/changeBusinessEntity.ts";
export { changeOrganization } from "./actions/changeOrganization.ts";
export {
  type Address,
  type AddressFlag,
  addressFlags,
  addressLine,
  postalCode,
  readAddress,
  type TypedAddress,
} from "./addresses/address.ts";
export { type AddressBook, builtInAddressBook } from "./addresses/addressBook.ts";
export { contactNames } from "./contactNames.ts";
export {
  addContactTo,
  type Contact,
  type Customer,
  joinOrganization,
  matchOrMakeCustomer,
  type NewCustomer,
} from "./customers.ts";
export { type BusinessEntity, businessEntities } from "./entityStore.ts";
export { businessEntityChanged } from "./events.ts";
export { type Language, languageOf } from "./languageOf.ts";
export { fullName, type NameParts, splitInfix, splitName } from "./names.ts";
export { type Organization, organizations } from "./organizationStore.ts";
export { phoneNumber, phoneProblems, typedPhone } from "./phones.ts";
export { lacksOnInvoices } from "./sellerFacts.ts";
export { addSite, moveSite, type Site, siteById, siteOf } from "./siteStore.ts";

/** Who: organizations in trees, contacts, addresses, and the trading entities. */
export const crm: Capability = {
  name: "crm",
  routes: [
    organizationsList,
    organizationById,
    changeOrganization,
    contactsList,
    contactById,
    changeContact,
    findAddress,
    businessEntitiesList,
    changeBusinessEntity,
  ],
};
