import { composeIBAN } from "ibantools";
import type { EntityCode, EntityFacts } from "../ownEntities.ts";

/** Of a bank that does not exist, with the right check digits. */
const inventedIban = (sort: number) =>
  composeIBAN({ countryCode: "NL", bban: `TEST000000${String(1000 + sort)}` }) ?? "";

/** Invented numbers of an entity, of ranges that nobody has. */
export const inventedFacts = (code: EntityCode, sort: number): EntityFacts => ({
  invoicesByItself: code === "laderthuis",
  phone: `+3168841${String(1000 + sort * 11)}`,
  iban: inventedIban(sort),
  vatNumber: `NL99000${String(1000 + sort)}B01`,
  kvkNumber: `9900${String(1000 + sort)}`,
  addressLines: ["Voorbeeldweg 1", "3861 AB Nijkerk"],
});
