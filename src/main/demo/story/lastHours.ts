import { later } from "#platform";
import { answerIntake, intakeFor, plainHouse } from "./customerStory.ts";
import { ofOrder, serviceCall, typeLead } from "./orderStory.ts";
import { inventCompany, inventPerson } from "./people.ts";
import { answerQuote } from "./quoteStory.ts";
import type { Scene } from "./scene.ts";

/** A company that wants several chargers: its questions are answered on the telephone, and its quote lies on a desk. */
const quoteOnDesk = (company: Scene, index: number, at: string, readyAt?: string) => {
  const scene = ofOrder(company, index);
  const { stage, random, noor } = scene;
  const run = async () => {
    const lead = { businessEntity: "laderthuis", company: inventCompany(random) };
    const person = inventPerson(random, index);
    const orderId = await typeLead(scene, person, lead, [
      { number: "PAK-0002", quantity: random.between(4, 6) },
    ]);
    stage.at(later(at, "PT20M"), orderId, async () => {
      await stage.act(noor, "sales.saveIntake", {
        orderId,
        ...intakeFor(random),
        address: { ...person.address, confirmed: true },
      });
      await stage.act(noor, "sales.completeIntake", { orderId });
    });
    if (readyAt) stage.at(readyAt, orderId, () => stage.act(noor, "sales.readyQuote", { orderId }));
  };
  stage.begins(at, index, run);
};

/** Goods that were agreed on just now, and not sent yet. */
const goodsAgreed = (company: Scene, index: number, at: string, signedAt: string) => {
  const scene = ofOrder(company, index);
  const { stage, random, noor } = scene;
  const run = async () => {
    const person = inventPerson(random, index);
    const lead = { businessEntity: "zaptecshop", kind: "accessories", company: inventCompany(random) };
    const orderId = await typeLead(scene, person, lead, [{ number: "LAD-1120", quantity: 4 }]);
    stage.at(later(at, "PT1H"), orderId, async () => {
      await stage.act(noor, "sales.readyQuote", { orderId });
      await stage.act(noor, "sales.sendQuote", { orderId });
    });
    stage.at(signedAt, orderId, () => answerQuote(scene, orderId, person, "yes"));
  };
  stage.begins(at, index, run);
};

/** The customer has signed, the partner that pays the rest has not. */
const partnerStillSigns = (company: Scene, index: number, at: string, signedAt: string) => {
  const scene = ofOrder(company, index);
  const { stage, random, callers } = scene;
  const run = async () => {
    const person = inventPerson(random, index);
    const accountId = callers[0]!;
    const orderId = await typeLead(scene, person, { businessEntity: "chargecars", accountId }, [
      { number: "PAK-0001", billedToId: accountId },
      { number: "DNS-0012" },
    ]);
    stage.at(later(at, "PT2H"), orderId, () => answerIntake(scene, orderId, plainHouse));
    stage.at(signedAt, orderId, () => answerQuote(scene, orderId, person, "yes"));
  };
  stage.begins(at, index, run);
};

/** Somebody who called just now and left no mail address. */
const justCalled = (company: Scene, index: number, at: string) => {
  const scene = ofOrder(company, index);
  const run = async () => {
    const person = { ...inventPerson(scene.random, index), email: "" };
    await typeLead(scene, person, { businessEntity: "laderthuis" }, [{ number: "PAK-0001" }]);
  };
  scene.stage.begins(at, index, run);
};

/** What stands in a status for hours only stands there when one looks, too: an order in each of them. */
export const liveLastHours = (scene: Scene, index: number, end: string) => {
  quoteOnDesk(scene, index + 1, later(end, "-PT5H"));
  quoteOnDesk(scene, index + 2, later(end, "-PT4H"), later(end, "-PT40M"));
  serviceCall(scene, index + 3, later(end, "-PT2H"));
  justCalled(scene, index + 4, later(end, "-PT1H"));
  goodsAgreed(scene, index + 5, later(end, "-PT20H"), later(end, "-PT30M"));
  partnerStillSigns(scene, index + 6, later(end, "-PT26H"), later(end, "-PT3H"));
};
