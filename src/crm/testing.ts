import type { Work } from "#platform";
import { organizations } from "./organizationStore.ts";

/** Invented numbers, in a form that is accepted. */
const onInvoices = {
  iban: "NL62TEST0000001000",
  vatNumber: "NL990001000B01",
  kvkNumber: "99001000",
  addressLines: ["Voorbeeldweg 1", "3861 AB Nijkerk"],
};

/** The group's own organization and its entities ChargeCars and LaderThuis, enough for tests. */
export const addTestEntities = async (work: Work) => {
  const group = await organizations.add(work, { kind: "internal", name: "De groep" });
  await work.tx
    .insertInto("businessEntities")
    .values([
      {
        code: "chargecars",
        name: "ChargeCars",
        prefix: "CC",
        colour: "#0066CC",
        accent: "#00AA44",
        paymentDays: 14,
        doesFieldWork: true,
        mailAddress: "info@chargecars.example",
        organizationId: group.id,
        ...onInvoices,
        sort: 1,
      },
      {
        code: "laderthuis",
        name: "LaderThuis.nl",
        prefix: "LT",
        colour: "#FF6B35",
        accent: "#FFB800",
        paymentDays: 14,
        doesFieldWork: true,
        mailAddress: "info@laderthuis.example",
        organizationId: group.id,
        ...onInvoices,
        sort: 2,
      },
    ])
    .execute();
  return group;
};
