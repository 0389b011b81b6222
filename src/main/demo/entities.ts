import { organizations } from "#crm";
import type { Work } from "#platform";

const entities = [
  {
    code: "chargecars",
    name: "ChargeCars",
    prefix: "CC",
    colour: "#0066CC",
    accent: "#00AA44",
    days: 14,
    field: true,
  },
  {
    code: "laderthuis",
    name: "LaderThuis.nl",
    prefix: "LT",
    colour: "#FF6B35",
    accent: "#FFB800",
    days: 14,
    field: true,
  },
  {
    code: "meterkastthuis",
    name: "MeterKastThuis.nl",
    prefix: "MK",
    colour: "#8B5CF6",
    accent: "#A78BFA",
    days: 14,
    field: true,
  },
  {
    code: "zaptecshop",
    name: "ZaptecShop.nl",
    prefix: "ZS",
    colour: "#10B981",
    accent: "#34D399",
    days: 30,
    field: false,
  },
  {
    code: "ratioshop",
    name: "RatioShop.nl",
    prefix: "RS",
    colour: "#F59E0B",
    accent: "#FBBF24",
    days: 30,
    field: false,
  },
] as const;

export type EntityCode = (typeof entities)[number]["code"];

/** The group and its five trading entities, with invented numbers and reserved mail domains. */
export const addEntities = async (work: Work): Promise<void> => {
  const group = await organizations.add(work, { kind: "internal", name: "ChargeCars Groep" });
  for (const [sort, entity] of entities.entries()) {
    const own = await organizations.add(work, {
      kind: "internal",
      name: entity.name,
      parentId: group.id,
      email: `info@${entity.code}.example`,
    });
    await work.tx
      .insertInto("businessEntities")
      .values({
        code: entity.code,
        name: entity.name,
        prefix: entity.prefix,
        colour: entity.colour,
        accent: entity.accent,
        paymentDays: entity.days,
        doesFieldWork: entity.field,
        invoicesByItself: entity.code === "laderthuis",
        mailAddress: `info@${entity.code}.example`,
        phone: `+3168841${String(1000 + sort * 11)}`,
        iban: `NL${String(10 + sort)}TEST000000${String(1000 + sort)}`,
        vatNumber: `NL99000${String(1000 + sort)}B01`,
        kvkNumber: `9900${String(1000 + sort)}`,
        addressLines: ["Voorbeeldweg 1", "3861 AB Nijkerk"],
        organizationId: own.id,
        sort,
      })
      .execute();
  }
};
