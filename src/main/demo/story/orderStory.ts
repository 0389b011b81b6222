import type { Actor, Platform } from "#platform";
import { dayOf, instantAt, later, timeOf, weekdayOf } from "#platform";
import { customerOf, mechanicAs, partnerAs } from "./cast.ts";
import { type InventedPerson, inventCompany, inventPerson } from "./people.ts";
import { serialOf, takePhoto } from "./photo.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Stage } from "./stage.ts";

export interface Scene {
  platform: Platform;
  stage: Stage;
  random: Random;
  noor: Actor;
  fenna: Actor;
  partners: readonly { id: string; name: string; skus: readonly string[] }[];
  articleIds: ReadonlyMap<string, string>;
  leaders: ReadonlyMap<string, { userId: string; name: string }>;
}

/** How an order goes: where it strands, if it does. */
type Fate = "smooth" | "no_answer" | "declines" | "withdraws" | "paused" | "slow_payer";

const fateOf = (random: Random): Fate => {
  const drawn = random.next();
  if (drawn < 0.78) return "smooth";
  if (drawn < 0.84) return "slow_payer";
  if (drawn < 0.89) return "withdraws";
  if (drawn < 0.93) return "no_answer";
  return drawn < 0.96 ? "declines" : "paused";
};

/** A moment some hours on, when people are awake: between eight in the morning and nine in the evening. */
const awake = (from: string, hours: number): string => {
  const at = later(from, `PT${Math.max(1, Math.round(hours * 60))}M`);
  const time = timeOf(at);
  if (time < "08:00") return instantAt(dayOf(at), "08:20");
  return time > "21:00" ? later(instantAt(dayOf(at), "21:00"), "PT11H20M") : at;
};

/** The same, on a working day within office hours. */
const atWork = (from: string, hours: number): string => {
  let at = awake(from, hours);
  while (weekdayOf(dayOf(at)) > 5 || timeOf(at) > "17:00") at = later(instantAt(dayOf(at), "08:30"), "P1D");
  return at;
};

const intakeFor = (random: Random) => {
  const metres = random.between(3, 24);
  const digging = random.chance(0.35);
  return {
    house: { property: "owner_occupied", parking: random.pick(["driveway", "carport", "garage"]) },
    cupboard: {
      connection: random.pick(["3x25A", "3x25A", "3x25A", "3x25A", "3x25A", "3x35A", "3x35A", "1x35A"]),
      groups: random.pick(["free", "free", "room", "full"]),
    },
    route: {
      metres,
      digging,
      ...(digging ? { diggingMetres: Math.min(metres, random.between(2, 10)) } : {}),
      walls: random.between(0, 3),
    },
    wishes: { guestUse: random.chance(0.1), solarLink: random.chance(0.4), period: "this_month" },
    photos: { photos: [] },
  };
};

const payloadOf = (random: Random, person: InventedPerson, id: string, skus: readonly string[]) => ({
  partner_order_id: id,
  customer: {
    name: person.name,
    email: person.email,
    phone: person.phone,
    address: {
      ...person.address,
      house_number: person.address.houseNumber,
      postal_code: person.address.postalCode,
    },
  },
  products: [
    ...new Set([
      random.pick(skus),
      skus.find((sku) => /INST|MONTAGE|200|installatie|INSTALL/i.test(sku)) ?? skus[0]!,
    ]),
  ].map((partner_sku) => ({ partner_sku, quantity: 1 })),
  installation_preferences: {},
});

/** Answers the questions about the house, some hours after they came. */
const answerIntake = async ({ stage, platform, random }: Scene, orderId: string) => {
  const customer = await customerOf(platform.database.db, orderId);
  const { address, status } = await stage.ask<{ address: object; status: string }>(
    customer,
    "sales.myIntake",
    {},
  );
  if (status === "completed") return;
  await stage.act(customer, "sales.saveMyIntake", {
    ...intakeFor(random),
    address: { ...address, confirmed: true },
  });
  await stage.act(customer, "sales.completeMyIntake", {});
};

const statusOf = async ({ platform }: Scene, orderId: string) =>
  (
    await platform.database.db
      .selectFrom("orders")
      .select("status")
      .where("id", "=", orderId)
      .executeTakeFirstOrThrow()
  ).status;

/** Whoever pays reads the quote and signs, or says no. */
const answerQuote = async (scene: Scene, orderId: string, person: InventedPerson, says: "yes" | "no") => {
  const { stage, platform } = scene;
  const customer = await customerOf(platform.database.db, orderId);
  const { quote } = await stage.ask<{ quote: { status: string; documentHash: string } | null }>(
    customer,
    "sales.myQuote",
    {},
  );
  if (quote?.status !== "pending") return;
  if (says === "no") {
    await stage.act(customer, "sales.declineMyQuote", { reason: "Wij wachten nog even met een laadpaal." });
    return;
  }
  await stage.act(customer, "sales.signMyQuote", {
    documentHash: quote.documentHash,
    name: person.name,
    signature: { kind: "typed", name: person.name },
  });
};

/** The customer picks one of the half days that fit. */
const pickTime = async (scene: Scene, orderId: string) => {
  const { stage, platform, random } = scene;
  const customer = await customerOf(platform.database.db, orderId);
  const { visitId, offers } = await stage.ask<{ visitId: string; offers: { on: string; part: string }[] }>(
    customer,
    "planning.myOffers",
    {},
  );
  const offer = offers[Math.min(offers.length - 1, random.between(0, 3))];
  if (!offer) return;
  await stage.act(customer, "planning.bookSlot", { visitId, on: offer.on, part: offer.part });
  const visit = await platform.database.db
    .selectFrom("visits")
    .select(["id", "plannedStart", "plannedEnd", "crewId"])
    .where("id", "=", visitId)
    .executeTakeFirstOrThrow();
  if (visit.plannedStart && visit.crewId) planWork(scene, orderId, visit.plannedStart);
};

const safe = {
  electricalSafety: true,
  equipmentPresent: true,
  workspaceSafe: true,
  customerInformed: true,
  emergencyKnown: true,
  cupboardSafe: true,
  workplaceSafe: true,
  canGoOn: true,
  riskLevel: "low",
};

const answers = {
  charger_mounted: true,
  cable_fastened: true,
  earth_connected: true,
  breaker_placed: true,
  cupboard_closed: true,
  charger_online: true,
  site_clean: true,
  customer_instructed: true,
  voltage: 231,
  insulation_resistance: 540,
  earth_resistance: 12,
  rcd_trip_time: 24,
};

interface Job {
  id: string;
  missing: string[];
  contactName: string;
}

/** The crew's day at one address: on the way, risks, materials, work, photos, handover. */
const planWork = (scene: Scene, orderId: string, plannedStart: string) => {
  const { stage, platform, random, leaders } = scene;
  const { db } = platform.database;
  const jobOf = async () => {
    const found = await db
      .selectFrom("workOrders as w")
      .innerJoin("visits as v", "v.id", "w.visitId")
      .select(["w.id", "v.crewId"])
      .where("v.orderId", "=", orderId)
      .where("w.status", "not in", ["completed", "cancelled"])
      .executeTakeFirst();
    const leader = found?.crewId ? leaders.get(found.crewId) : undefined;
    return found && leader ? { workOrderId: found.id, sam: mechanicAs(leader) } : null;
  };
  const step = (minutes: number, does: (workOrderId: string, sam: Actor) => Promise<unknown>) =>
    stage.at(later(plannedStart, `PT${Math.max(0, minutes + 30)}M`), orderId, async () => {
      const job = await jobOf();
      if (job) await does(job.workOrderId, job.sam);
    });
  const late = random.between(0, 12) - 30;
  const minutes = random.between(70, 150);
  step(late - 25, (workOrderId, sam) => stage.act(sam, "field.depart", { workOrderId }));
  step(late, (workOrderId, sam) => stage.act(sam, "field.arrive", { workOrderId }));
  step(late + 4, (workOrderId, sam) =>
    stage.act(sam, "field.giveLmra", { workOrderId, lmraId: crypto.randomUUID(), ...safe }),
  );
  step(late + 9, (workOrderId, sam) => stage.act(sam, "field.checkMaterials", { workOrderId, checked: [] }));
  step(late + minutes, async (workOrderId, sam) => {
    await stage.act(sam, "field.saveAnswers", {
      workOrderId,
      answers,
      workPerformed: "Laadpunt geplaatst en getest.",
    });
    const { missing } = await stage.ask<Job>(sam, "field.workOrder", { workOrderId });
    for (const what of missing) {
      const [kind, about = ""] = what.split(":");
      if (kind === "photo") {
        const fileId = await takePhoto(platform, orderId, about, stage.now());
        await stage.act(sam, "field.addPhoto", {
          workOrderId,
          photoId: crypto.randomUUID(),
          fileId,
          place: about,
        });
      }
      if (kind === "serial")
        await stage.act(sam, "field.addSerial", {
          workOrderId,
          assetId: crypto.randomUUID(),
          articleId: about,
          serial: serialOf(workOrderId + about),
        });
    }
    await stage.act(sam, "field.finishWork", { workOrderId });
  });
  step(late + minutes + 8, async (workOrderId, sam) => {
    const { contactName } = await stage.ask<Job>(sam, "field.workOrder", { workOrderId });
    await stage.act(sam, "field.handOver", {
      workOrderId,
      signedName: contactName,
      satisfaction: random.pick([4, 5, 5, 5]),
    });
    planMoney(scene, orderId, stage.now());
  });
};

const invoicesOf = (scene: Scene, orderId: string) =>
  scene.platform.database.db
    .selectFrom("invoices")
    .select(["id", "grossCents", "paidCents"])
    .where("orderId", "=", orderId)
    .where("status", "in", ["sent", "partial"])
    .execute();

/** The office checks and invoices; later the payers pay. */
const planMoney = (scene: Scene, orderId: string, finishedAt: string) => {
  const { stage, random, fenna } = scene;
  const checkedAt = atWork(finishedAt, random.between(3, 30));
  stage.at(checkedAt, orderId, async () => {
    const { billingState } = await scene.platform.database.db
      .selectFrom("orders")
      .select("billingState")
      .where("id", "=", orderId)
      .executeTakeFirstOrThrow();
    if (billingState === "to_check") await stage.act(fenna, "billing.checkOrder", { orderId });
  });
  const paidAt = atWork(checkedAt, random.between(40, random.chance(0.12) ? 900 : 330));
  stage.at(paidAt, orderId, async () => {
    for (const { id, grossCents, paidCents } of await invoicesOf(scene, orderId))
      if (random.chance(0.93))
        await stage.act(fenna, "billing.bookPayment", {
          invoiceId: id,
          amountCents: grossCents - paidCents,
          paidOn: dayOf(stage.now()),
        });
  });
};

/** A quote that waits for a person is looked at and sent. */
const sendHeldQuote = async (scene: Scene, orderId: string) => {
  const { stage, noor, random } = scene;
  if ((await statusOf(scene, orderId)) !== "quote_draft" || random.chance(0.15)) return;
  await stage.act(noor, "sales.readyQuote", { orderId });
  await stage.act(noor, "sales.sendQuote", { orderId });
};

/** From the first answer on: what the customer does next, until the visit. */
const planCustomer = (scene: Scene, orderId: string, person: InventedPerson, from: string, fate: Fate) => {
  const { stage, random, noor } = scene;
  if (fate === "no_answer") return;
  const answeredAt = awake(from, random.between(2, 60));
  stage.at(answeredAt, orderId, () => answerIntake(scene, orderId));
  if (fate === "withdraws") {
    stage.at(atWork(answeredAt, random.between(10, 80)), orderId, () =>
      stage.act(noor, "orders.moveByHand", {
        orderId,
        move: "cancel",
        reason: random.pick(["customer_withdrew", "too_expensive", "chose_other_party"]),
      }),
    );
    return;
  }
  const lookedAt = atWork(answeredAt, random.between(3, 26));
  stage.at(lookedAt, orderId, () => sendHeldQuote(scene, orderId));
  const signedAt = awake(lookedAt, random.between(4, 90));
  stage.at(signedAt, orderId, () => answerQuote(scene, orderId, person, fate === "declines" ? "no" : "yes"));
  if (fate === "declines") return;
  if (fate === "paused") {
    stage.at(atWork(signedAt, 20), orderId, () =>
      stage.act(noor, "orders.holdOrder", {
        orderId,
        category: random.pick(["permits_pending", "customer_delay", "supplier_delay"]),
        details: "Wacht op akkoord van de VvE.",
      }),
    );
    return;
  }
  stage.at(awake(signedAt, random.between(1, 40)), orderId, async () => {
    if ((await statusOf(scene, orderId)) === "planning") await pickTime(scene, orderId);
  });
};

/** The same scene with chance of the order's own, so that what one customer does never changes another's story. */
const ofOrder = (company: Scene, index: number): Scene => ({ ...company, random: randomFrom(index * 7919) });

/** An order that a partner's machine delivers. */
export const partnerOrder = (company: Scene, index: number, at: string) => {
  const scene = ofOrder(company, index);
  const { stage, random, partners } = scene;
  stage.at(at, `new ${index}`, async () => {
    const partner = random.pick(partners);
    const person = inventPerson(random, index);
    const fate = fateOf(random);
    const payload = payloadOf(random, person, `D-${10_000 + index}`, partner.skus);
    const { order_id } = await stage.act<{ order_id: string }>(
      partnerAs(partner.id, partner.name),
      "partners.receiveOrder",
      payload,
    );
    planCustomer(scene, order_id, person, at, fate);
  });
};

/** A consumer who calls: the office types the lead and adds what was asked for. */
export const consumerLead = (
  company: Scene,
  index: number,
  at: string,
  businessEntity: "laderthuis" | "meterkastthuis",
) => {
  const scene = ofOrder(company, index);
  const { stage, random, noor, articleIds } = scene;
  stage.at(at, `new ${index}`, async () => {
    const person = inventPerson(random, index);
    const fate = fateOf(random);
    const { id: orderId, endCustomerId } = await stage.act<{ id: string; endCustomerId: string }>(
      noor,
      "orders.newLead",
      {
        businessEntity,
        kind: businessEntity === "laderthuis" ? "installation" : "upgrade",
        name: person.name,
        email: person.email,
        phone: person.phone,
        address: person.address,
      },
    );
    const wanted =
      businessEntity === "laderthuis" ? [random.pick(["PAK-0001", "PAK-0001", "PAK-0002"])] : ["DNS-0012"];
    for (const number of wanted)
      await stage.act(noor, "sales.addLine", {
        orderId,
        articleId: articleIds.get(number)!,
        quantity: 1,
        billedToId: endCustomerId,
      });
    planCustomer(scene, orderId, person, at, fate);
  });
};

/** A wholesale order: goods only, from offer to delivery without a visit. */
export const shopOrder = (
  company: Scene,
  index: number,
  at: string,
  businessEntity: "zaptecshop" | "ratioshop",
) => {
  const scene = ofOrder(company, index);
  const { stage, random, noor, articleIds } = scene;
  const hardware = [...articleIds.entries()]
    .filter(([number]) => /^(LAD-1|KAB-)/.test(number))
    .map(([, id]) => id);
  stage.at(at, `new ${index}`, async () => {
    const person = inventPerson(random, index);
    const { id: orderId, endCustomerId } = await stage.act<{ id: string; endCustomerId: string }>(
      noor,
      "orders.newLead",
      {
        businessEntity,
        kind: "accessories",
        name: person.name,
        company: inventCompany(random),
        email: person.email,
        phone: person.phone,
        address: person.address,
      },
    );
    for (let line = 0; line < random.between(1, 3); line += 1)
      await stage.act(noor, "sales.addLine", {
        orderId,
        articleId: random.pick(hardware),
        quantity: random.between(2, 20),
        billedToId: endCustomerId,
      });
    const sentAt = atWork(at, random.between(1, 6));
    stage.at(sentAt, orderId, async () => {
      await stage.act(noor, "sales.readyQuote", { orderId });
      await stage.act(noor, "sales.sendQuote", { orderId });
    });
    const signedAt = awake(sentAt, random.between(10, 90));
    stage.at(signedAt, orderId, () => answerQuote(scene, orderId, person, "yes"));
    const shippedAt = atWork(signedAt, random.between(4, 40));
    stage.at(shippedAt, orderId, async () => {
      if ((await statusOf(scene, orderId)) !== "both_approved") return;
      await stage.act(noor, "orders.moveByHand", { orderId, move: "shipGoods" });
    });
    const deliveredAt = atWork(shippedAt, random.between(20, 60));
    stage.at(deliveredAt, orderId, async () => {
      if ((await statusOf(scene, orderId)) !== "in_progress") return;
      await stage.act(noor, "orders.moveByHand", { orderId, move: "complete" });
      planMoney(scene, orderId, deliveredAt);
    });
  });
};
