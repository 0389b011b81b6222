#!/usr/bin/env node
// One order from lead to paid, over HTTP alone: what a partner's machine, a customer, the office and a mechanic do.
//
//   node examples/lead-to-paid.mjs http://localhost:3000
//
// Run it in the checkout beside the running server, with the same CHARGECARS_HOME and PORT: its key comes from `manage`,
// and it signs in as two people of the demo company. Needs Node 20 and nothing else.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const base = (process.argv[2] ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, "");
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const run = Date.now().toString(36);
/** The password of the demo people, as `npm start` prints it. */
const password = process.env.DEMO_PASSWORD ?? "laadpaal-aan-huis";
const patienceMilliseconds = 20_000;
/** A picture of one colour, in place of a photo from a phone. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAAJElEQVR42mNIqMihKWIYtWDUglELRi0YtWDUglELRi0YGhYAAHgUzC7WomTLAAAAAElFTkSuQmCC",
  "base64",
);

/** Runs a command of `manage` and reads its answer. */
const manage = (...args) =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, "bin/manage.mjs"), ...args, "--json"], {
      cwd: root,
      encoding: "utf8",
    })
      .trim()
      .split("\n")
      .at(-1),
  );

/** A caller of the API with one way of showing who it is. */
const caller = (headers) =>
  Object.assign(
    async (method, path, body) => {
      const response = await fetch(`${base}/api/v1${path}`, {
        method,
        headers: {
          ...headers,
          ...(body ? { "content-type": "application/json" } : {}),
          ...(method === "GET" ? {} : { "idempotency-key": randomUUID() }),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
      return answer;
    },
    {
      /** Puts a photo in the order's file and gives its id. */
      async upload(place) {
        const form = new FormData();
        form.set("kind", "work-photo");
        form.set("orderId", orderId);
        form.set("file", new Blob([picture], { type: "image/png" }), `${place}.png`);
        const response = await fetch(`${base}/api/v1/files`, { method: "POST", headers, body: form });
        if (!response.ok) throw new Error(`photo of ${place}: ${response.status} ${await response.text()}`);
        return (await response.json()).id;
      },
    },
  );

/** Signs in and keeps the cookie. */
const signIn = async (email) => {
  const response = await fetch(`${base}/api/v1/identity/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in of ${email}: ${response.status} ${await response.text()}`);
  return caller({
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  });
};

/** Asks until there is something to show; what happens elsewhere takes a moment. */
const until = async (what, ask) => {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end)
      throw new Error(`${what} did not happen within ${patienceMilliseconds / 1000} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

let step = 0;
const tell = (text) => console.log(`${String((step += 1)).padStart(2)}. ${text}`);
const day = (offset) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(Date.now() + offset * 86_400_000);

// The parts are played by: a partner's machine, somebody in the office, and later a customer and a mechanic.
const { key } = manage("api-key", "add", "--organization", "zonneweide", "--name", `example ${run}`);
const partner = caller({ authorization: `Bearer ${key}` });
const office = await signIn("ada@chargecars.example");

const payload = {
  partner_order_id: `EXAMPLE-${run}`,
  customer: {
    name: "Marit van der Wal",
    email: `marit-${run}@example.com`,
    phone: "06 88 41 22 99",
    address: { street: "Beukenlaan", house_number: "18", postal_code: "3862 KJ", city: "Nijkerk" },
  },
  products: [
    { partner_sku: "ZON-WB-11", quantity: 1 },
    { partner_sku: "ZON-INST-1P", quantity: 1 },
  ],
};
const receipt = await partner("POST", "/partner/orders", payload);
const again = await partner("POST", "/partner/orders", payload);
if (again.order_number !== receipt.order_number) throw new Error("the same order was made twice");
const orderId = receipt.order_id;
tell(
  `Lead: the partner delivers an order and gets number ${receipt.order_number}; delivered again it is the same order.`,
);

/** The newest mail of a kind for this order, and the token of the link in it. */
const mail = (template) =>
  until(`the mail ${template}`, async () => {
    const { rows } = await office("GET", `/messages?orderId=${orderId}&limit=50`);
    const found = rows.find((row) => row.template === template && row.toAddress === payload.customer.email);
    if (!found) return null;
    const { body } = await office("GET", `/messages/${found.id}`);
    return { subject: found.subject, token: /\/c\/([\w-]+)/.exec(body)?.[1] };
  });
const withLink = ({ token }) => caller({ authorization: `Bearer ${token}` });

const intakeMail = await mail("sales/intake-invitation");
const atHome = withLink(intakeMail);
const { address } = await atHome("GET", "/my-intake");
await atHome("PATCH", "/my-intake", { house: { property: "owner_occupied", parking: "driveway" } });
await atHome("PATCH", "/my-intake", {
  cupboard: { connection: "3x25A", groups: "full" },
  route: { metres: 14, digging: true, diggingMetres: 4, walls: 1 },
  wishes: { guestUse: false, solarLink: false },
  address: { ...address, confirmed: true },
  photos: { photos: [] },
});
await atHome("POST", "/my-intake/complete");
tell(`Intake: the customer answers the questions from the mail "${intakeMail.subject}".`);

const quoteMail = await mail("sales/quote-to-sign");
const payer = withLink(quoteMail);
const { quote } = await payer("GET", "/my-quote");
await payer("POST", "/my-quote/sign", {
  documentHash: quote.documentHash,
  name: payload.customer.name,
  signature: { kind: "typed", name: payload.customer.name },
});
tell(
  `Quote: ${quote.document.number} of € ${(quote.document.totals.grossCents / 100).toFixed(2)} is signed; the partner's own lines were agreed on already.`,
);

const timeMail = await mail("planning/choose-a-time");
const chooser = withLink(timeMail);
const { visitId, offers } = await chooser("GET", "/my-visit/offers");
if (offers.length === 0) throw new Error("there is no half day in which the visit fits");
await chooser("POST", `/my-visit/${visitId}/book`, { on: offers[0].on, part: offers[0].part });
tell(
  `Visit: of ${offers.length} half days that really fit, the customer takes ${offers[0].on}, ${offers[0].part}.`,
);

// The planner pulls the visit forward to a crew and an hour that are free, so that the work can be done now.
const { crews } = await office("GET", `/planning/week?from=${day(0)}&until=${day(2)}`);
const { rows: mechanics } = await office("GET", "/mechanics");
const pullForward = async () => {
  for (const startsAt of ["08:00", "10:30", "13:00", "15:00"])
    for (const crew of crews) {
      const plan = {
        crewId: crew.id,
        startsAt,
        part: "full_day",
        despite: true,
        reason: "Eerder aan de beurt",
      };
      const planned = await office("POST", `/visits/${visitId}/plan`, plan).catch((error) => {
        if (!/planning\/crew-(taken|stays-in)/.test(error.message)) throw error;
        return null;
      });
      if (planned) return crew;
    }
  throw new Error("no crew has room today or in the next two days");
};
const crew = await pullForward();
const leader = mechanics.find(({ id }) => id === crew.members[0].id);
const isSam = leader.name.startsWith("Sam ");
const mechanic = await signIn(`${isSam ? "sam" : leader.code.toLowerCase()}@chargecars.example`);
tell(`Planning: the planner moves the visit to ${crew.on} with ${crew.name}; ${leader.name} leads.`);

const job = await until("the work order", async () => {
  const { stops } = await mechanic("GET", `/field/day?on=${crew.on}`);
  return stops.find((stop) => stop.visitId === visitId && stop.workOrderId);
});
const work = (path, body) => mechanic("POST", `/work-orders/${job.workOrderId}/${path}`, body);
await work("depart");
await work("arrive", {});
const safe = Object.fromEntries(
  [
    "electricalSafety",
    "equipmentPresent",
    "workspaceSafe",
    "customerInformed",
    "emergencyKnown",
    "cupboardSafe",
    "workplaceSafe",
    "canGoOn",
  ].map((question) => [question, true]),
);
await work("lmra", { lmraId: randomUUID(), ...safe, riskLevel: "low" });
const { materials } = await work("materials", { checked: [] });
tell(`Work: risks first, then ${materials.length} materials; the mechanic is on site.`);

// Whatever the job still misses is filled in: answers, photos, serial numbers.
const numbers = {
  voltage: 231,
  insulation_resistance: 540,
  earth_resistance: 12,
  rcd_trip_time: 24,
  cable_metres: 14,
};
const answers = {};
const photos = [];
let serials = 0;
const { missing } = await mechanic("GET", `/work-orders/${job.workOrderId}`);
for (const what of missing) {
  const [kind, about] = what.split(":");
  if (kind === "question") answers[about] = numbers[about] ?? true;
  if (kind === "photo") photos.push(about);
  if (kind === "serial") {
    serials += 1;
    await work("serials", {
      assetId: randomUUID(),
      articleId: about,
      serial: `SN${run.toUpperCase()}${serials}`,
    });
  }
}
await work("answers", { answers, workPerformed: "Laadpunt geplaatst en getest." });
for (const place of photos) {
  const fileId = await mechanic.upload(place);
  await work("photos", { photoId: randomUUID(), fileId, place });
}
await work("finish", {});
await work("handover", { signedName: payload.customer.name, satisfaction: 5 });
tell(
  `Handover: ${Object.keys(answers).length} answers, ${photos.length} photos, ${serials} serial number(s), and the customer's signature.`,
);

const { invoices } = await office("POST", `/orders/${orderId}/check`, { send: true });
tell(
  `Invoice: the office checks and sends ${invoices.length}: ${invoices.map(({ number, grossCents }) => `${number} (€ ${(grossCents / 100).toFixed(2)})`).join(" and ")}.`,
);

const debtor = withLink(await mail("billing/invoice"));
const { rows: mine } = await debtor("GET", "/my-invoices");
const { checkoutUrl } = await debtor("POST", `/my-invoices/${mine[0].id}/payment`);
const paid = await fetch(new URL(new URL(checkoutUrl).pathname, base), {
  method: "POST",
  redirect: "manual",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "outcome=paid",
});
if (paid.status !== 303) throw new Error(`payment page: ${paid.status} ${await paid.text()}`);
tell("Payment: the customer pays its own invoice through the link.");

for (const { id, grossCents } of invoices.filter(({ id }) => id !== mine[0].id))
  await office("POST", `/invoices/${id}/payments`, { amountCents: grossCents, paidOn: day(0) });
const order = await office("GET", `/orders/${orderId}`);
if (order.billingState !== "paid" || !order.closedAt)
  throw new Error(`the order is ${order.status} / ${order.billingState}`);
const followed = await partner("GET", `/partner/order-status/${payload.partner_order_id}`);
tell(
  `Closed: the partner's invoice is booked, order ${order.number} is ${order.status} and paid; the partner reads ${followed.statusForPartner}.`,
);
