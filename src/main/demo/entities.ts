import type { EntityCode, EntityFacts } from "../ownEntities.ts";

/** Invented numbers of an entity, of ranges that nobody has. */
export const inventedFacts = (code: EntityCode, sort: number): EntityFacts => ({
  invoicesByItself: code === "laderthuis",
  phone: `+3168841${String(1000 + sort * 11)}`,
  iban: `NL${String(10 + sort)}TEST000000${String(1000 + sort)}`,
  vatNumber: `NL99000${String(1000 + sort)}B01`,
  kvkNumber: `9900${String(1000 + sort)}`,
  addressLines: ["Voorbeeldweg 1", "3861 AB Nijkerk"],
});
