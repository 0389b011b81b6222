import { customerOf } from "./cast.ts";
import type { InventedPerson } from "./people.ts";
import type { Random } from "./random.ts";
import { atWork, awake, type Scene, statusOf } from "./scene.ts";
import { planWork } from "./workStory.ts";

/** How an order goes: where it strands, if it does. */
export type Fate = "smooth" | "no_answer" | "declines" | "withdraws" | "paused" | "slow_payer";

export const fateOf = (random: Random): Fate => {
  const drawn = random.next();
  if (drawn < 0.78) return "smooth";
  if (drawn < 0.84) return "slow_payer";
  if (drawn < 0.89) return "withdraws";
  if (drawn < 0.93) return "no_answer";
  return drawn < 0.96 ? "declines" : "paused";
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

/** Answers the questions about the house, some hours after they came. */
export const answerIntake = async ({ stage, platform, random }: Scene, orderId: string) => {
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

/** Whoever pays reads the quote and signs, or says no. */
export const answerQuote = async (
  scene: Scene,
  orderId: string,
  person: InventedPerson,
  says: "yes" | "no",
) => {
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

/** A quote that waits for a person is looked at and sent. */
const sendHeldQuote = async (scene: Scene, orderId: string) => {
  const { stage, noor, random } = scene;
  if ((await statusOf(scene, orderId)) !== "quote_draft" || random.chance(0.15)) return;
  await stage.act(noor, "sales.readyQuote", { orderId });
  await stage.act(noor, "sales.sendQuote", { orderId });
};

/** An order of which nothing was heard for weeks is cancelled. */
const giveUp = async (scene: Scene, orderId: string) => {
  const { stage, noor, random } = scene;
  const silent = ["intake_sent", "quote_sent", "partner_approved", "quote_draft", "on_hold", "planning"];
  if (!silent.includes(await statusOf(scene, orderId))) return;
  await stage.act(noor, "orders.moveByHand", {
    orderId,
    move: "cancel",
    reason: random.pick(["no_answer", "customer_withdrew"]),
  });
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
  stage.at(atWork(from, random.between(20, 30) * 24), orderId, () => giveUp(scene, orderId));
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
  const picks = async () => {
    if ((await statusOf(scene, orderId)) === "planning") await pickTime(scene, orderId);
  };
  stage.at(awake(signedAt, random.between(1, 40)), orderId, picks, "slots");
};
