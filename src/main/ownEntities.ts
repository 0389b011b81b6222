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

/** What stands on an entity's mails and invoices; what is left out is filled in by the office, under settings. */
export interface EntityFacts {
  invoicesByItself?: boolean;
  phone?: string;
  iban?: string;
  vatNumber?: string;
  kvkNumber?: string;
  addressLines?: string[];
}

/** The group and its five trading entities: without them there is nobody to take an order. */
export const addOwnEntities = async (
  work: Work,
  factsOf: (code: EntityCode, sort: number) => EntityFacts = () => ({}),
): Promise<void> => {
  const group = await organizations.add(work, { kind: "internal", name: "ChargeCars Groep" });
  for (const [sort, entity] of entities.entries()) {
    // A reserved domain until the office fills in its own: mail never goes out in somebody else's name.
    const mailAddress = `info@${entity.code}.example`;
    const { name, code } = entity;
    const own = await organizations.add(work, {
      kind: "internal",
      name,
      parentId: group.id,
      email: mailAddress,
    });
    await work.tx
      .insertInto("businessEntities")
      .values({
        code,
        name,
        prefix: entity.prefix,
        colour: entity.colour,
        accent: entity.accent,
        paymentDays: entity.days,
        doesFieldWork: entity.field,
        mailAddress,
        organizationId: own.id,
        sort,
        ...factsOf(code, sort),
      })
      .execute();
  }
};
