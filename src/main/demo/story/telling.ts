import { daysAfter, instantAt, type Platform, weekdayOf } from "#platform";
import { demoDealers, demoPartners } from "../partners.ts";
import { demoPerson } from "./cast.ts";
import { liveLastHours } from "./lastHours.ts";
import { callerOrder, consumerLead, serviceCall, shopOrder } from "./orderStory.ts";
import { partnerOrder } from "./partnerStory.ts";
import { randomFrom } from "./random.ts";
import type { Scene } from "./scene.ts";
import type { Stage } from "./stage.ts";

/** How many days the company has been there. */
export const pastDays = 115;
const tied = new Set(demoPartners.map(({ key }) => key));

export interface StoryFacts {
  partnerIds: ReadonlyMap<string, string>;
  articleIds: ReadonlyMap<string, string>;
  userIds: ReadonlyMap<string, string>;
}

/** What whoever tells the story has to know, and which of the orders are theirs: every `of`-th, from the `part`-th on. */
export interface Telling {
  facts: StoryFacts;
  leaders: Scene["leaders"];
  orders: number;
  today: string;
  from: string;
  end: string;
  share: { part: number; of: number };
}

/** Orders of a day: a company that grows has most of them in the last month, and few at the weekend. */
const ordersOn = (day: string, age: number, { next }: { next: () => number }, perDay: number) => {
  const trend = 0.25 + 3 * (1 - age / pastDays) ** 3;
  const rhythm = weekdayOf(day) > 5 ? 0.25 : 1.3;
  return Math.floor(perDay * trend * rhythm + next());
};

const sceneOf = (platform: Platform, stage: Stage, { facts, leaders }: Telling): Scene => ({
  platform,
  stage,
  random: randomFrom(20_261),
  noor: demoPerson("noor@chargecars.example", facts.userIds),
  fenna: demoPerson("fenna@chargecars.example", facts.userIds),
  partners: demoPartners.map(({ key, skus, ...partner }) => ({
    ...partner,
    id: facts.partnerIds.get(key)!,
    skus: Object.keys(skus),
    dealers: partner.format === "dealer" ? demoDealers : [],
  })),
  callers: [...facts.partnerIds].filter(([key]) => !tied.has(key)).map(([, id]) => id),
  articleIds: facts.articleIds,
  leaders,
});

/** By whose hands orders come: partners' machines, partners who call, calls for service, consumers, and goods of the two shops. */
const planOrder = (scene: Scene, index: number, at: string, drawn: number) => {
  if (drawn < 0.43) partnerOrder(scene, index, at);
  else if (drawn < 0.54) callerOrder(scene, index, at);
  else if (drawn < 0.59) serviceCall(scene, index, at);
  else if (drawn < 0.71) consumerLead(scene, index, at, "laderthuis");
  else if (drawn < 0.77) consumerLead(scene, index, at, "meterkastthuis");
  else shopOrder(scene, index, at, drawn < 0.89 ? "zaptecshop" : "ratioshop");
};

/** Plans how our share of the orders begins. Chance is drawn for all of them, so that everybody sees the same company. */
export const planOrders = (platform: Platform, stage: Stage, telling: Telling) => {
  const { orders, today, share } = telling;
  const scene = sceneOf(platform, stage, telling);
  const { random } = scene;
  let index = 0;
  for (let age = pastDays; age >= 0; age -= 1) {
    const day = daysAfter(today, -age);
    for (let count = ordersOn(day, age, random, orders / pastDays); count > 0; count -= 1) {
      index += 1;
      const hour = String(random.between(8, 19)).padStart(2, "0");
      const at = instantAt(day, `${hour}:${String(random.between(0, 59)).padStart(2, "0")}`);
      const drawn = random.next();
      if (index % share.of === share.part) planOrder(scene, index, at, drawn);
    }
  }
  if (share.part === 0) liveLastHours(scene, index, telling.end);
};
