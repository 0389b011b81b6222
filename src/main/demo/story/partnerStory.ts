import { partnerAs } from "./cast.ts";
import { fateOf, planCustomer } from "./customerStory.ts";
import { ofOrder } from "./orderStory.ts";
import { payloads } from "./payloads.ts";
import { type InventedPerson, inventPerson } from "./people.ts";
import type { Random } from "./random.ts";
import { atWork, type Scene, settle } from "./scene.ts";

/** The partner of an order: those who send more are drawn more often. */
const partnerOf = ({ partners, random }: Scene) => {
  let drawn = random.next() * partners.reduce((sum, { share }) => sum + share, 0);
  return partners.find(({ share }) => (drawn -= share) < 0) ?? partners[0]!;
};

const isWork = (sku: string) => /INST|MONTAGE|200$|installatie/i.test(sku);
const isPackage = (sku: string) => /Pakket/.test(sku);

/** A charger and its installation, or a package that has both; now and then something more. */
const wantedOf = (random: Random, skus: readonly string[]) => {
  const first = random.pick(skus);
  if (isPackage(first)) return [first];
  const work = skus.filter(isWork);
  return [...new Set([first, ...(work.length > 0 ? [random.pick(work)] : [])])];
};

/** Somebody who wants to know more is called: one in two then has us come and look, the others leave it at that. */
const planCall = (scene: Scene, orderId: string, person: InventedPerson, from: string) => {
  const { stage, random, noor, articleIds } = scene;
  const goesOn = random.chance(0.5);
  const calledAt = atWork(from, random.between(1, 7));
  stage.at(calledAt, orderId, async () => {
    await settle(scene, orderId, goesOn ? "Gebeld: wil een schouw." : "Gebeld: ziet ervan af.");
    const { endCustomerId } = await stage.ask<{ endCustomerId: string }>(noor, "orders.order", { orderId });
    if (goesOn)
      await stage.act(noor, "sales.addLine", {
        orderId,
        articleId: articleIds.get("DNS-0050")!,
        quantity: 1,
        billedToId: endCustomerId,
      });
    else
      await stage.act(noor, "orders.moveByHand", {
        orderId,
        move: "cancel",
        reason: random.pick(["too_expensive", "customer_withdrew", "chose_other_party"]),
      });
  });
  if (goesOn) planCustomer(scene, orderId, person, calledAt, fateOf(random));
};

/** An order that a partner's machine delivers, written as that partner writes. */
export const partnerOrder = (company: Scene, index: number, at: string) => {
  const scene = ofOrder(company, index);
  const { stage, random } = scene;
  const run = async () => {
    const partner = partnerOf(scene);
    const person = inventPerson(random, index);
    const fate = fateOf(random);
    const isLead = partner.format === "dealer" && random.chance(0.3);
    const payload = payloads[partner.format]({
      reference: `${partner.prefix}${10_000 + index}`,
      at,
      person,
      skus: isLead ? [] : wantedOf(random, partner.skus),
      isLead,
      ...(partner.dealers.length > 0 ? { dealer: random.pick(partner.dealers) } : {}),
    });
    const actor = partnerAs(partner.id, partner.name);
    const { order_id } = await stage.act<{ order_id: string }>(actor, "partners.receiveOrder", payload);
    if (isLead) planCall(scene, order_id, person, at);
    else planCustomer(scene, order_id, person, at, fate);
  };
  stage.begins(at, index, run);
};
