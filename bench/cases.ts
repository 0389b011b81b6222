import type { Call } from "./httpClient.ts";

/** What the cases need to know of the company they ask about. */
export interface Ground {
  cookie: string;
  key: string;
  orderIds: readonly string[];
}

export interface Case {
  name: string;
  /** Endpoint that answers, as in the contracts. */
  endpoint: string;
  kind: "read" | "write";
  /** How many different requests there are to read; a write is new each time. */
  variants: number;
  call(ground: Ground, turn: number): Call;
}

const lists = [
  "status=planning,scheduled&businessEntity=chargecars&sort=-createdAt",
  "status=quote_sent,partner_approved&sort=createdAt",
  "billingState=invoiced&sort=-updatedAt",
  "kind=upgrade&priority=high&sort=-number",
  "status=completed&sort=-statusSince",
];
const names = [
  "akker",
  "jansen",
  "ijkst",
  "olberg",
  "van den be",
  "ekker",
  "hoekst",
  "ulder",
  "koster",
  "öztür",
];
const skus = ["ZON-WB-11", "ZON-INST-3P", "ZON-PAAL"];

const asPerson = ({ cookie }: Ground, path: string): Call => ({
  method: "GET",
  path: `/api/v1${path}`,
  headers: { cookie },
});

/** A new order of a partner, by a customer nobody knows yet; `mark` makes it differ from all others. */
export const partnerOrder = (mark: string) => ({
  partner_order_id: `BENCH-${mark}`,
  customer: {
    name: `Marloes ${mark}`,
    email: `bench.${mark.toLowerCase()}@example.com`,
    phone: "06 88 41 22 07",
    address: { street: "Beukenlaan", house_number: "18", postal_code: "3862 KJ", city: "Nijkerk" },
  },
  products: skus.map((partner_sku) => ({ partner_sku, quantity: 1 })),
});

export const cases: readonly Case[] = [
  {
    name: "List of orders, filtered and sorted, 50 rows",
    endpoint: "orders.orders",
    kind: "read",
    variants: lists.length,
    call: (ground, turn) => asPerson(ground, `/orders?${lists[turn % lists.length]}&limit=50`),
  },
  {
    name: "Search by part of a name",
    endpoint: "orders.orders",
    kind: "read",
    variants: names.length,
    call: (ground, turn) =>
      asPerson(ground, `/orders?search=${encodeURIComponent(names[turn % names.length]!)}&limit=50`),
  },
  {
    name: "Order page by id",
    endpoint: "orders.order",
    kind: "read",
    variants: 200,
    call: (ground, turn) => asPerson(ground, `/orders/${ground.orderIds[turn % ground.orderIds.length]}`),
  },
  {
    name: "Partner order with three lines",
    endpoint: "partners.receiveOrder",
    kind: "write",
    variants: 1,
    call: ({ key }, turn) => ({
      method: "POST",
      path: "/api/v1/partner/orders",
      headers: { authorization: `Bearer ${key}` },
      body: partnerOrder(`${process.pid}-${turn}`),
    }),
  },
];
