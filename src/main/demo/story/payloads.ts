import type { KnownFormat } from "#partners";
import { dayOf } from "#platform";
import type { InventedPerson } from "./people.ts";

/** What a partner's machine tells of an order, before it is written as that partner writes. */
export interface Delivery {
  reference: string;
  /** When it was ordered at the partner. */
  at: string;
  person: InventedPerson;
  /** Articles by the partner's own numbers, one of each. */
  skus: readonly string[];
  /** The dealer that sold it, with the group it belongs to. */
  dealer?: { code: string; groupId: string };
  /** Somebody who only wants to know more. */
  isLead?: boolean;
}

const infixes = /^(van den|van der|van de|van 't|van|de|te|el)\s+/i;

/** First name, infix and surname of an invented name. */
const partsOf = (name: string) => {
  const [first = "", ...rest] = name.split(" ");
  const whole = rest.join(" ");
  const infix = infixes.exec(whole)?.[1] ?? "";
  return { first, infix, last: whole.slice(infix.length).trim() };
};

/** A day as Dutch forms write it. */
const dutchDay = (at: string) => dayOf(at).split("-").toReversed().join("-");

const canonical = ({ reference, person: { name, email, phone, address }, skus }: Delivery) => ({
  partner_order_id: reference,
  customer: {
    name,
    email,
    phone,
    address: { ...address, house_number: address.houseNumber, postal_code: address.postalCode },
  },
  products: skus.map((partner_sku) => ({ partner_sku, quantity: 1 })),
  installation_preferences: {},
});

const webhook = ({ reference, at, person: { name, email, phone, address }, skus }: Delivery) => {
  const { first, infix, last } = partsOf(name);
  return {
    event: "order.created",
    schemaVersion: "2.0",
    occurredAt: at,
    data: {
      order: {
        orderId: reference,
        channel: "app",
        customer: {
          firstName: first,
          lastName: `${infix} ${last}`.trim(),
          companyName: null,
          emailAddress: email,
          mobileNumber: phone,
        },
        deliveryAddress: {
          streetName: address.street,
          houseNumber: Number(address.houseNumber),
          houseNumberSuffix: address.addition,
          zipCode: address.postalCode,
          town: address.city.toUpperCase(),
          countryCode: "NL",
        },
        orderLines: skus.map((productCode, index) => ({ lineNo: index + 1, productCode, amount: 1 })),
        requestedDate: null,
        remarks: null,
      },
    },
  };
};

const form = ({ reference, at, person: { name, email, phone, address }, skus }: Delivery) => {
  const { street, houseNumber, addition, postalCode, city } = address;
  const answers = {
    "Ordernummer Getijde": reference,
    "Naam klant": name,
    "E-mailadres klant": email,
    "Telefoonnummer klant": phone,
    "Adres (straat + huisnummer)": `${street} ${houseNumber}${addition && `-${addition}`}`,
    Postcode: postalCode,
    Woonplaats: city,
    Pakket: skus[0],
  };
  return {
    formId: "gtj-opdracht",
    submission: {
      submissionId: reference,
      submissionTime: at,
      questions: Object.entries(answers).map(([question, value]) => ({ name: question, value })),
    },
  };
};

const flat = ({ reference, at, person: { name, email, phone, address }, skus }: Delivery) => {
  const { first, infix, last } = partsOf(name);
  return {
    ordernr: reference,
    datum: dutchDay(at),
    voornaam: first,
    tussenvoegsel: infix,
    achternaam: last,
    email,
    tel: phone,
    straat: address.street,
    huisnr: address.houseNumber,
    toev: address.addition,
    postcode: address.postalCode,
    plaats: address.city,
    artikelen: skus.map((code) => ({ code, aantal: "1" })),
    gewenste_datum: "",
    opmerking: "",
  };
};

const dealer = ({ reference, at, person: { name, email, phone, address }, skus, ...more }: Delivery) => {
  const { first, infix, last } = partsOf(name);
  return {
    type: more.isLead ? "LEAD" : "ORDER",
    reference,
    createdAt: at,
    buyer: {
      initials: `${first.charAt(0)}.`,
      prefix: infix,
      surname: last,
      contact: { email, phone },
      home: {
        street: address.street,
        number: address.houseNumber,
        addition: address.addition,
        postcode: address.postalCode,
        city: address.city,
        country: "NLD",
      },
    },
    items: skus.map((sku) => ({ sku, qty: 1 })),
    dealer: { ...more.dealer, agent: null },
    comment: more.isLead ? "Wil weten wat een lader bij het huis kost." : "",
  };
};

/** An order as a partner of each format sends it. */
export const payloads: Record<KnownFormat, (delivery: Delivery) => object> = {
  canonical,
  webhook,
  form,
  flat,
  dealer,
};
