import { customerOf } from "./cast.ts";
import type { InventedPerson } from "./people.ts";
import { answerQuote, planHeldQuote, planPartner } from "./quoteStory.ts";
import type { Random } from "./random.ts";
import { atWork, awake, type Scene, statusOf } from "./scene.ts";
import { planWork } from "./workStory.ts";

/** How an order goes: where it strands, as one in four does. */
export type Fate = "smooth" | "no_answer" | "declines" | "withdraws" | "paused" | "slow_payer";

export const fateOf = (random: Random): Fate => {
  const drawn = random.next();
  if (drawn < 0.66) return "smooth";
  if (drawn < 0.72) return "slow_payer";
  if (drawn < 0.82) return "withdraws";
  if (drawn < 0.9) return "no_answer";
  return drawn < 0.95 ? "declines" : "paused";
};

export const intakeFor = (random: Random) => {
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

/** A house of which nobody has to look at anything. */
export const plainHouse = {
  house: { property: "owner_occupied", parking: "driveway" },
  cupboard: { connection: "3x25A", groups: "free" },
  route: { metres: 8, digging: false, walls: 1 },
  wishes: { guestUse: false, solarLink: false, period: "this_month" },
  photos: { photos: [] },
};

/** Answers the questions about the house, some hours after they came. */
export const answerIntake = async (
  { stage, platform, random }: Scene,
  orderId: string,
  answers: object = intakeFor(random),
) => {
  const customer = await customerOf(platform.database.db, orderId);
  const { address, status } = await stage.ask<{ address: object; status: string }>(
    customer,
    "sales.myIntake",
    {},
  );
  if (status === "completed") return;
  await stage.act(customer, "sales.saveMyIntake", {
    ...answers,
    address: { ...address, confirmed: true },
  });
  await stage.act(customer, "sales.completeMyIntake", {});
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
  // Sooner is dearer to most, but holidays and cars that come later spread them over all four weeks.
  const early = offers.toSorted((a, b) => a.on.localeCompare(b.on));
  const offer = early[Math.floor(early.length * random.next() ** 1.4)];
  if (!offer) return;
  await stage.act(customer, "planning.bookSlot", { visitId, on: offer.on, part: offer.part });
  const visit = await platform.database.db
    .selectFrom("visits")
    .select(["plannedStart", "travelMinutes", "crewId"])
    .where("id", "=", visitId)
    .executeTakeFirstOrThrow();
  const { plannedStart, travelMinutes, crewId } = visit;
  if (plannedStart && crewId) planWork(scene, orderId, { plannedStart, travelMinutes });
};

/** An order of which nothing was heard for weeks is cancelled. */
const giveUp = async (scene: Scene, orderId: string) => {
  const { stage, noor, random } = scene;
  const silent = [
    "intake_sent",
    "quote_draft",
    "quote_sent",
    "customer_approved",
    "partner_approved",
    "planning",
  ];
  if (!silent.includes(await statusOf(scene, orderId))) return;
  await stage.act(noor, "orders.moveByHand", {
    orderId,
    move: "cancel",
    reason: random.pick(["no_answer", "customer_withdrew"]),
  });
};

/** Some hours or days after it may, the customer picks a time. */
export const planTime = (scene: Scene, orderId: string, from: string) => {
  const { stage, random } = scene;
  const picks = async () => {
    if ((await statusOf(scene, orderId)) === "planning") await pickTime(scene, orderId);
  };
  stage.at(awake(from, random.between(1, 60)), orderId, picks, "slots");
};

const pauses = [
  { category: "permits_pending", details: "Wacht op akkoord van de VvE." },
  { category: "customer_delay", details: "De auto komt later; de klant belt zelf terug." },
  { category: "supplier_delay", details: "De lader is nog niet geleverd." },
] as const;

/** An order that has to wait for something; gives when it goes on. */
const planPause = (scene: Scene, orderId: string, from: string): string => {
  const { stage, random, noor } = scene;
  const heldAt = atWork(from, 20);
  const resumedAt = atWork(heldAt, random.between(4, 25) * 24);
  stage.at(heldAt, orderId, async () => {
    if ((await statusOf(scene, orderId)) !== "planning") return;
    await stage.act(noor, "orders.holdOrder", { orderId, ...random.pick(pauses) });
  });
  stage.at(resumedAt, orderId, async () => {
    if ((await statusOf(scene, orderId)) !== "on_hold") return;
    await stage.act(noor, "orders.resumeOrder", { orderId, resolution: "Kan verder." });
  });
  return resumedAt;
};

/** From the first answer on: what the customer does next, until the visit. */
export const planCustomer = (
  scene: Scene,
  orderId: string,
  person: InventedPerson,
  from: string,
  fate: Fate,
) => {
  const { stage, random, noor } = scene;
  const hearsNothingFrom = (moment: string) =>
    stage.at(atWork(moment, random.between(16, 28) * 24), orderId, () => giveUp(scene, orderId));
  if (fate === "no_answer") return hearsNothingFrom(from);
  const answeredAt = awake(from, random.between(2, random.chance(0.25) ? 190 : 50));
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
  const sentAt = planHeldQuote(scene, orderId, atWork(answeredAt, random.between(3, 26)));
  const signedAt = awake(sentAt, random.between(2, random.chance(0.25) ? 240 : 36));
  stage.at(signedAt, orderId, () => answerQuote(scene, orderId, person, fate === "declines" ? "no" : "yes"));
  if (fate === "declines") return hearsNothingFrom(signedAt);
  const orderedAt = planPartner(scene, orderId, sentAt, signedAt);
  const freeAt = fate === "paused" ? planPause(scene, orderId, orderedAt) : orderedAt;
  planTime(scene, orderId, freeAt);
  hearsNothingFrom(freeAt);
};
