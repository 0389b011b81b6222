import { partnerAs } from "./cast.ts";
import { answerQuote, fateOf, planCustomer } from "./customerStory.ts";
import { planMoney } from "./moneyStory.ts";
import { type InventedPerson, inventCompany, inventPerson } from "./people.ts";
import { type Random, randomFrom } from "./random.ts";
import { atWork, awake, type Scene, statusOf } from "./scene.ts";

/** Orders are entered one after the other, so that the same company gives each its same number. */
const numbers = "order numbers";

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

/** The same scene with chance of the order's own, so that what one customer does never changes another's story. */
const ofOrder = (company: Scene, index: number): Scene => ({ ...company, random: randomFrom(index * 7919) });

/** An order that a partner's machine delivers. */
export const partnerOrder = (company: Scene, index: number, at: string) => {
  const scene = ofOrder(company, index);
  const { stage, random, partners } = scene;
  stage.at(
    at,
    `new ${index}`,
    async () => {
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
    },
    numbers,
  );
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
  stage.at(
    at,
    `new ${index}`,
    async () => {
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
    },
    numbers,
  );
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
  stage.at(
    at,
    `new ${index}`,
    async () => {
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
    },
    numbers,
  );
};
