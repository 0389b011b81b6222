import { addContactTo, joinOrganization, organizations, splitName } from "#crm";
import { type KnownFormat, knownFormats } from "#partners";
import { json, type Work } from "#platform";

/** How the partner's machines prove who they are. */
export type KeyKind = "api_key" | "basic" | "form_token" | "hmac" | "oauth2";

export interface DemoPartner {
  key: string;
  name: string;
  kind: "energy" | "ev_company" | "automotive";
  format: KnownFormat;
  auth: KeyKind;
  /** Its share in what these partners order, and how its own order numbers begin. */
  share: number;
  prefix: string;
  /** What happens to an order delivered again with other content. */
  repeatedOrder: "conflict" | "existing";
  skus: Readonly<Record<string, string>>;
  /** Discount on list prices, in basis points. */
  discount: number;
}

/** The five partners with a technical tie, as in `examples/partner-orders`. */
export const demoPartners: readonly DemoPartner[] = [
  {
    key: "zonneweide",
    name: "Zonneweide Energie B.V.",
    kind: "energy",
    format: "canonical",
    auth: "api_key",
    share: 34,
    prefix: "ZON-1",
    repeatedOrder: "existing",
    discount: 1200,
    skus: {
      "ZON-WB-11": "LAD-0011",
      "ZON-WB-22": "LAD-0022",
      "ZON-INST-1P": "DNS-0003",
      "ZON-INST-3P": "DNS-0004",
      "ZON-PAAL": "MAT-0030",
    },
  },
  {
    key: "polderstroom",
    name: "Polderstroom N.V.",
    kind: "energy",
    format: "webhook",
    auth: "hmac",
    share: 26,
    prefix: "PS26003",
    repeatedOrder: "conflict",
    discount: 1000,
    skus: {
      "PS-LAADBOX-22": "LAD-0022",
      "PS-LAADBOX-11": "LAD-0011",
      "PS-MONTAGE-STD": "DNS-0003",
      "PS-GROEPENKAST": "DNS-0012",
    },
  },
  {
    key: "getijde",
    name: "Getijde Energie",
    kind: "energy",
    format: "form",
    auth: "form_token",
    share: 14,
    prefix: "GTJ-2026-",
    repeatedOrder: "conflict",
    discount: 800,
    skus: {
      "Pakket Compleet 11 kW": "PAK-0001",
      "Pakket Compleet 22 kW": "PAK-0002",
      "Alleen installatie": "DNS-0003",
    },
  },
  {
    key: "klaverlaad",
    name: "Klaverblad Laden",
    kind: "ev_company",
    format: "flat",
    auth: "basic",
    share: 14,
    prefix: "5",
    repeatedOrder: "conflict",
    discount: 500,
    skus: { "KL-100": "LAD-0011", "KL-110": "LAD-0007", "KL-200": "DNS-0003", "KL-300": "MAT-0030" },
  },
  {
    key: "nordvik",
    name: "Nordvik Motors Nederland",
    kind: "automotive",
    format: "dealer",
    auth: "oauth2",
    share: 12,
    prefix: "NV-NL-",
    repeatedOrder: "conflict",
    discount: 700,
    skus: { "NV-HOME-11": "LAD-0011", "NV-HOME-INSTALL": "DNS-0003" },
  },
];

const dealerGroups = [
  {
    reference: "NVG-004",
    name: "Autogroep Kwelder",
    dealers: ["NVD-0412 Kwelder Den Bosch", "NVD-0413 Kwelder Tilburg", "NVD-0398 Kwelder Oss"],
  },
  {
    reference: "NVG-007",
    name: "Heuvelrug Mobiliteit",
    dealers: ["NVD-0701 Heuvelrug Zeist", "NVD-0702 Heuvelrug Ede"],
  },
];

/** The dealers of the car maker, by the codes its system sends. */
export const demoDealers = dealerGroups.flatMap(({ reference, dealers }) =>
  dealers.map((dealer) => ({ groupId: reference, code: dealer.split(" ")[0]! })),
);

const otherPartners = [
  "Waterlinie Lease",
  "Stroomhuis Installaties",
  "De Groene Meter",
  "Oosterlicht Energie",
  "Rijnmond Laadtechniek",
  "Veluwe Elektro",
  "Zuiderzee Zon",
  "Laadwinkel Amstel",
  "Peelland Installatie",
  "Noordzee Fleet",
  "Bovenweg Vastgoed",
  "Vesting Elektra",
  "Maasplein Mobiliteit",
  "Duin & Dal Energie",
  "Hanze Installateurs",
  "IJsselstroom Techniek",
  "Lentebries Zonnepanelen",
  "Kempen Laadpunt",
  "Fivelingo Elektro",
  "Achterhoek Energie",
  "Betuwe Techniek",
  "Drechtsteden Laden",
  "Kop van Noord Installaties",
  "Limburgse Laadmeesters",
  "Twente Charge Service",
  "Zeeuwse Stroom",
  "Lauwers Lease",
  "Eemvallei Energie",
];

const addChannel = async (work: Work, partner: DemoPartner, articleIds: ReadonlyMap<string, string>) => {
  const organization = await organizations.add(work, {
    kind: "partner",
    name: partner.name,
    partnerKinds: [partner.kind],
    email: `orders@${partner.key}.test`,
    invoiceEmail: `facturen@${partner.key}.test`,
    reference: partner.key,
  });
  await work.tx
    .insertInto("partnerChannels")
    .values({
      organizationId: organization.id,
      key: partner.key,
      businessEntity: "chargecars",
      fields: json(knownFormats[partner.format]),
      repeatedOrder: partner.repeatedOrder,
    })
    .execute();
  const numbers = Object.entries(partner.skus).map(([partnerSku, number]) => ({
    organizationId: organization.id,
    partnerSku,
    articleId: articleIds.get(number)!,
  }));
  await work.tx.insertInto("partnerArticles").values(numbers).execute();
  await work.tx
    .insertInto("priceAgreements")
    .values({
      name: `Afspraak ${partner.name}`,
      kind: "customer_specific",
      organizationId: organization.id,
      discount: partner.discount,
      validFrom: "2026-01-01",
    })
    .execute();
  return organization;
};

const addContactPerson = async (work: Work, organizationId: string, name: string, email: string) => {
  const person = { ...splitName(name), email, phone: null };
  const contact = await addContactTo(work, organizationId, "partner_manager", person);
  await joinOrganization(work, { contactId: contact.id, organizationId, role: "billing_contact" });
};

const contactNames = ["Ravi Jansen", "Loes de Graaf", "Mo Hendriks", "Tessa van Dijk", "Bram Smit"];

/** Some forty partner organizations in trees: five with a technical tie, car dealers in groups, and the others. */
export const addPartners = async (
  work: Work,
  articleIds: ReadonlyMap<string, string>,
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  for (const [index, partner] of demoPartners.entries()) {
    const organization = await addChannel(work, partner, articleIds);
    await addContactPerson(work, organization.id, contactNames[index]!, `contact@${partner.key}.test`);
    ids.set(partner.key, organization.id);
  }
  for (const { reference, name, dealers } of dealerGroups) {
    const group = await organizations.add(work, {
      kind: "partner",
      name,
      reference,
      parentId: ids.get("nordvik")!,
      partnerKinds: ["automotive"],
    });
    for (const dealer of dealers) {
      const [code = "", ...words] = dealer.split(" ");
      await organizations.add(work, {
        kind: "partner",
        name: words.join(" "),
        reference: code,
        parentId: group.id,
        partnerKinds: ["automotive"],
      });
    }
  }
  for (const [index, name] of otherPartners.entries()) {
    const slug = name.toLowerCase().replace(/[^a-z]+/g, "-");
    const organization = await organizations.add(work, {
      kind: "partner",
      name,
      partnerKinds: [["installer", "energy", "ev_company", "webshop"][index % 4]!],
      email: `info@${slug}.test`,
      seesCustomerPrices: index % 7 !== 0,
    });
    await addContactPerson(
      work,
      organization.id,
      contactNames[index % 5]!.replace(/^\w+/, ["Jip", "Sanne", "Koen", "Mila"][index % 4]!),
      `inkoop@${slug}.test`,
    );
    ids.set(slug, organization.id);
  }
  return ids;
};
