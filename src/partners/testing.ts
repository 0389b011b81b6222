import { readFileSync } from "node:fs";
import { builtInAddressBook, organizations } from "#crm";
import { addTestEntities } from "#crm/testing";
import { ordering, orders } from "#orders";
import { automation, json, type PartnerKey, runAction, type Work } from "#platform";
import { openHouse } from "#platform/testing";
import { receivePartnerOrder } from "./actions/receiveOrder.ts";
import { partners } from "./index.ts";
import { type KnownFormat, knownFormats } from "./knownFormats.ts";

const folder = new URL("../../examples/partner-orders/", import.meta.url);
/** A file of the examples. */
export const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

export interface Expected {
  file: string;
  partner: string;
  http_status: number;
  result: string;
  flags: string[];
  tasks: string[];
  errors: object[];
  warnings?: object[];
  differences?: string[];
  billing_address?: object;
  order: null | {
    partner_order_id: string;
    customer: Record<string, string | null>;
    site: Record<string, string | number | null> | null;
    products: { partner_sku: string; quantity: number; article: string | null }[];
    preferred_date: string | null;
    notes: string | null;
    references: Record<string, string>;
  };
}
export const expected: Expected[] = read("expected.json").orders;

const formats: Record<string, { format: KnownFormat; repeated?: "existing" }> = {
  zonneweide: { format: "canonical", repeated: "existing" },
  polderstroom: { format: "webhook" },
  getijde: { format: "form" },
  klaverlaad: { format: "flat" },
  nordvik: { format: "dealer" },
};
const skus: Record<string, Record<string, string>> = {
  zonneweide: { "ZON-WB-11": "LAD-0011", "ZON-WB-22": "LAD-0022", "ZON-INST-3P": "DNS-0004" },
  polderstroom: {
    "PS-LAADBOX-22": "LAD-0022",
    "PS-LAADBOX-11": "LAD-0011",
    "PS-MONTAGE-STD": "DNS-0003",
    "PS-GROEPENKAST": "DNS-0012",
  },
  getijde: { "Pakket Compleet 11 kW": "PAK-0001", "Alleen installatie": "DNS-0003" },
  klaverlaad: { "KL-100": "LAD-0011", "KL-110": "LAD-0007", "KL-200": "DNS-0003", "KL-300": "MAT-0030" },
  nordvik: { "NV-HOME-11": "LAD-0011", "NV-HOME-INSTALL": "DNS-0003" },
};

const addPartner = async (
  work: Work,
  key: string,
  articleIds: ReadonlyMap<string, string>,
): Promise<PartnerKey> => {
  const partner = await organizations.add(work, { kind: "partner", name: key, partnerKinds: ["energy"] });
  const { format, repeated } = formats[key]!;
  await work.tx
    .insertInto("partnerChannels")
    .values({
      organizationId: partner.id,
      key,
      businessEntity: "chargecars",
      fields: json(knownFormats[format]),
      repeatedOrder: repeated ?? "conflict",
    })
    .execute();
  for (const [partnerSku, number] of Object.entries(skus[key]!))
    await work.tx
      .insertInto("partnerArticles")
      .values({ organizationId: partner.id, partnerSku, articleId: articleIds.get(number)! })
      .execute();
  return {
    kind: "partner",
    apiKeyId: partner.id,
    name: key,
    scopes: ["api.access"],
    organizationId: partner.id,
    organizationIds: [partner.id],
  };
};

/** A house with the five partners of the examples, each speaking its own format. */
export const partnerHouse = async () => {
  const actors = new Map<string, PartnerKey>();
  const articleIds = new Map<string, string>();
  const house = await openHouse([ordering, partners], { services: { addresses: builtInAddressBook } });
  await house.works(automation("setup"), async (work) => {
    await addTestEntities(work);
    for (const number of new Set(Object.values(skus).flatMap((map) => Object.values(map)))) {
      const article = { number, name: number, kind: "charger", category: "chargers", listPriceCents: 100_00 };
      const { id } = await work.tx
        .insertInto("articles")
        .values(article)
        .returning("id")
        .executeTakeFirstOrThrow();
      articleIds.set(number, id);
    }
    for (const key of Object.keys(formats)) actors.set(key, await addPartner(work, key, articleIds));
  });

  /** Delivers a payload as a partner; gives status with answer or problem. */
  const send = async (key: string, payload: unknown, idempotencyKey?: string) => {
    try {
      const call = { actor: actors.get(key)!, input: payload, idempotencyKey };
      const { status, body } = await runAction(house.platform, receivePartnerOrder, call);
      return { status, body, problem: null };
    } catch (problem) {
      return {
        status: (problem as { status: number }).status,
        body: null,
        problem: problem as { facts: Record<string, never>; type: string },
      };
    }
  };

  const snakes = (value: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        inner,
      ]),
    );

  /** The order as it stands in the house, in the words of the expectation. */
  const storedOrder = async (orderId: string) => {
    const { db } = house.platform.database;
    const order = await orders.byId(db, orderId);
    const contact = await db
      .selectFrom("contacts")
      .selectAll()
      .where("id", "=", order.contactId)
      .executeTakeFirstOrThrow();
    const organization = await organizations.byId(db, order.endCustomerId);
    const site = order.siteId
      ? await db.selectFrom("sites").selectAll().where("id", "=", order.siteId).executeTakeFirstOrThrow()
      : null;
    const lines = await db
      .selectFrom("orderLines as l")
      .leftJoin("articles as a", "a.id", "l.articleId")
      .select(["l.partnerSku", "l.quantity", "a.number as article"])
      .where("l.orderId", "=", orderId)
      .where("l.parentLineId", "is", null)
      .orderBy("l.position")
      .execute();
    const references = await db
      .selectFrom("partnerReferences")
      .selectAll()
      .where("orderId", "=", orderId)
      .executeTakeFirstOrThrow();
    const { first_name, initials, infix, last_name, email, phone } = snakes(contact);
    return {
      customer: {
        kind: organization.kind === "business" ? "business" : "private",
        company: organization.kind === "business" ? organization.name : null,
        first_name,
        initials,
        infix,
        last_name,
        email,
        phone,
      },
      site:
        site &&
        (({ street, house_number, addition, postal_code, city, country }) => ({
          street,
          house_number,
          addition,
          postal_code,
          city,
          country,
        }))(snakes(site)),
      products: lines.map(({ partnerSku, ...line }) => ({ partner_sku: partnerSku, ...line })),
      preferred_date: order.requestedOn,
      notes: order.notes,
      references: snakes(references),
    };
  };

  return { house, actors, articleIds, send, storedOrder };
};
