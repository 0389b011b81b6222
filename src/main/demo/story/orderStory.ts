import { fateOf, planCustomer, planTime } from "./customerStory.ts";
import { planMoney } from "./moneyStory.ts";
import { type InventedPerson, inventCompany, inventPerson } from "./people.ts";
import { answerQuote } from "./quoteStory.ts";
import { randomFrom } from "./random.ts";
import { atWork, awake, type Scene, settle, statusOf } from "./scene.ts";

/** The same scene with chance of the order's own, so that what one customer does never changes another's story. */
export const ofOrder = (company: Scene, index: number): Scene => ({
  ...company,
  random: randomFrom(index * 7919),
});

/** What is ordered, of which the end customer pays what nobody else is named for. */
interface Wanted {
  number: string;
  quantity?: number;
  billedToId?: string;
}

/** The office types a lead and adds what was asked for. */
export const typeLead = async (
  { stage, noor, articleIds }: Scene,
  { name, email, phone, address }: InventedPerson,
  lead: { businessEntity: string; kind?: string; company?: string; accountId?: string; notes?: string },
  wanted: readonly Wanted[],
): Promise<string> => {
  const made = await stage.act<{ id: string; endCustomerId: string }>(noor, "orders.newLead", {
    name,
    email,
    phone,
    address,
    ...lead,
  });
  for (const { number, quantity = 1, billedToId = made.endCustomerId } of wanted)
    await stage.act(noor, "sales.addLine", {
      orderId: made.id,
      articleId: articleIds.get(number)!,
      quantity,
      billedToId,
    });
  return made.id;
};

/** Who left no mail address is called for it some hours later, and gets the questions then. */
const planFirstCall = (scene: Scene, orderId: string, email: string, from: string): string => {
  const { stage, random, noor } = scene;
  const calledAt = atWork(from, random.between(3, 20));
  stage.at(calledAt, orderId, async () => {
    if ((await statusOf(scene, orderId)) !== "new_lead") return;
    const { contact } = await stage.ask<{ contact: { id: string } }>(noor, "orders.order", { orderId });
    await stage.act(noor, "crm.changeContact", { contactId: contact.id, email });
    await settle(scene, orderId, "Gebeld: het mailadres is erbij.");
    await stage.act(noor, "sales.sendIntake", { orderId });
  });
  return calledAt;
};

/** A consumer who calls, sometimes a company that wants several; one in ten leaves no mail address yet. */
export const consumerLead = (
  company: Scene,
  index: number,
  at: string,
  businessEntity: "laderthuis" | "meterkastthuis",
) => {
  const scene = ofOrder(company, index);
  const { stage, random } = scene;
  const run = async () => {
    const person = inventPerson(random, index);
    const hasMail = !random.chance(0.1);
    const isCompany = businessEntity === "laderthuis" && random.chance(0.12);
    const what = random.pick(["PAK-0001", "PAK-0001", "PAK-0002"]);
    const lead = {
      businessEntity,
      kind: businessEntity === "laderthuis" ? "installation" : "upgrade",
      ...(isCompany ? { company: inventCompany(random) } : {}),
    };
    const wanted =
      businessEntity === "laderthuis"
        ? [{ number: what, quantity: isCompany ? random.between(4, 6) : 1 }]
        : [{ number: "DNS-0012" }];
    const orderId = await typeLead(scene, hasMail ? person : { ...person, email: "" }, lead, wanted);
    const from = hasMail ? at : planFirstCall(scene, orderId, person.email, at);
    planCustomer(scene, orderId, person, from, fateOf(random));
  };
  stage.begins(at, index, run);
};

/** Somebody whose charger does not work calls: no questions and no quote, a person has it planned. */
export const serviceCall = (company: Scene, index: number, at: string) => {
  const scene = ofOrder(company, index);
  const { stage, random, noor } = scene;
  const run = async () => {
    const lead = {
      businessEntity: random.pick(["chargecars", "laderthuis"]),
      kind: "service",
      notes: random.pick(["Lader geeft een rode lamp.", "Laadt maar met een derde van de snelheid."]),
    };
    const orderId = await typeLead(scene, inventPerson(random, index), lead, []);
    const plannedAt = atWork(at, random.between(3, 22));
    stage.at(plannedAt, orderId, () =>
      stage.act(noor, "orders.moveByHand", { orderId, move: "planWithoutQuote" }),
    );
    planTime(scene, orderId, plannedAt);
  };
  stage.begins(at, index, run);
};

/** A partner without a tie mails or calls: the office types the order, of which the partner pays all, a part or nothing. */
export const callerOrder = (company: Scene, index: number, at: string) => {
  const scene = ofOrder(company, index);
  const { stage, random, callers } = scene;
  const run = async () => {
    const person = inventPerson(random, index);
    const accountId = random.pick(callers);
    const pays = random.pick(["partner", "partner", "both", "customer"]);
    const wanted: Wanted[] = [
      {
        number: random.pick(["PAK-0001", "PAK-0002"]),
        ...(pays === "customer" ? {} : { billedToId: accountId }),
      },
      ...(pays === "both" ? [{ number: "DNS-0012" }] : []),
    ];
    const orderId = await typeLead(scene, person, { businessEntity: "chargecars", accountId }, wanted);
    planCustomer(scene, orderId, person, at, fateOf(random));
  };
  stage.begins(at, index, run);
};

/** Goods go out some hours after the yes, and are there a day or two later. */
const planDelivery = (scene: Scene, orderId: string, signedAt: string) => {
  const { stage, random, noor } = scene;
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
};

/** Each shop sells the chargers of its own brand. */
const sold = { zaptecshop: /^(LAD-11|KAB-)/, ratioshop: /^(LAD-12|KAB-)/ };

/** A wholesale order: goods only, from offer to delivery without a visit. */
export const shopOrder = (
  company: Scene,
  index: number,
  at: string,
  businessEntity: "zaptecshop" | "ratioshop",
) => {
  const scene = ofOrder(company, index);
  const { stage, random, noor, articleIds } = scene;
  const hardware = [...articleIds.keys()].filter((number) => sold[businessEntity].test(number));
  const run = async () => {
    const person = inventPerson(random, index);
    const lead = { businessEntity, kind: "accessories", company: inventCompany(random) };
    const wanted = Array.from({ length: random.between(1, 3) }, () => ({
      number: random.pick(hardware),
      quantity: random.between(2, 20),
    }));
    const orderId = await typeLead(scene, person, lead, wanted);
    const sentAt = atWork(at, random.between(1, 6));
    stage.at(sentAt, orderId, async () => {
      await stage.act(noor, "sales.readyQuote", { orderId });
      await stage.act(noor, "sales.sendQuote", { orderId });
    });
    const signedAt = awake(sentAt, random.between(10, 90));
    stage.at(signedAt, orderId, () => answerQuote(scene, orderId, person, "yes"));
    planDelivery(scene, orderId, signedAt);
  };
  stage.begins(at, index, run);
};
