import { automation, dayOf, daysAfter, instantAt, inTransaction, type Platform, weekdayOf } from "#platform";
import { addCrews } from "../crews.ts";
import { shortenPaper } from "../means.ts";
import { demoPartners } from "../partners.ts";
import { demoPerson } from "./cast.ts";
import { consumerLead, partnerOrder, shopOrder } from "./orderStory.ts";
import { randomFrom } from "./random.ts";
import type { Scene } from "./scene.ts";
import { liveThrough, type Stage } from "./stage.ts";

const pastDays = 115;
const crewDaysAhead = 42;

export interface StoryFacts {
  partnerIds: ReadonlyMap<string, string>;
  articleIds: ReadonlyMap<string, string>;
  userIds: ReadonlyMap<string, string>;
}

/** Orders of a day: busier towards today, quiet at the weekend. */
const ordersOn = (day: string, age: number, { next }: { next: () => number }, perDay: number) => {
  const trend = 0.65 + 0.7 * (1 - age / pastDays);
  const rhythm = weekdayOf(day) > 5 ? 0.25 : 1.2;
  return Math.floor(perDay * trend * rhythm + next());
};

const planOrders = (scene: Scene, today: string, orders: number) => {
  const { random } = scene;
  const perDay = orders / pastDays;
  let index = 0;
  for (let age = pastDays; age >= 0; age -= 1) {
    const day = daysAfter(today, -age);
    for (let count = ordersOn(day, age, random, perDay); count > 0; count -= 1) {
      index += 1;
      const hour = String(random.between(8, 19)).padStart(2, "0");
      const at = instantAt(day, `${hour}:${String(random.between(0, 59)).padStart(2, "0")}`);
      const drawn = random.next();
      if (drawn < 0.62) partnerOrder(scene, index, at);
      else if (drawn < 0.82) consumerLead(scene, index, at, "laderthuis");
      else if (drawn < 0.9) consumerLead(scene, index, at, "meterkastthuis");
      else shopOrder(scene, index, at, drawn < 0.95 ? "zaptecshop" : "ratioshop");
    }
  }
};

/** Tells PostgreSQL how full the tables are now; by itself it looks once a minute, and plans as if they were empty until then. */
const learnSizes = ({ database }: Platform) => database.pool.query("analyze");

/**
 * Lets the demo company live for almost four months through its real actions: orders in every status with their full
 * histories. The same moment gives the same company.
 */
export const tellStory = async (
  platform: Platform,
  facts: StoryFacts,
  { orders, end }: { orders: number; end: string },
): Promise<number> => {
  const today = dayOf(end);
  const from = instantAt(daysAfter(today, -pastDays - 1), "06:00");
  const crews = await inTransaction(
    platform,
    { action: "demo", actor: automation("demo"), now: from },
    (work) =>
      addCrews(work, { from: daysAfter(today, -pastDays), today, until: daysAfter(today, crewDaysAhead) }),
  );
  await learnSizes(platform);
  const direct = async (stage: Stage) => {
    const scene: Scene = {
      platform,
      stage,
      random: randomFrom(20_261),
      noor: demoPerson("noor@chargecars.example", facts.userIds),
      fenna: demoPerson("fenna@chargecars.example", facts.userIds),
      partners: demoPartners
        .filter(({ format }) => format === "canonical")
        .map(({ key, name, skus }) => ({ id: facts.partnerIds.get(key)!, name, skus: Object.keys(skus) })),
      articleIds: facts.articleIds,
      leaders: crews.leaders,
    };
    planOrders(scene, today, orders);
  };
  const steps = await liveThrough(platform, { from, end, direct });
  // Work was planned when the paper was thought to be good for longer: the office hears of it today.
  await inTransaction(platform, { action: "demo", actor: automation("demo") }, (work) =>
    shortenPaper(work, crews.mechanicIds[13]!, daysAfter(today, 5)),
  );
  return steps;
};
