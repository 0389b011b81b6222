import { automation, dayOf, daysAfter, instantAt, inTransaction, type Platform, type Work } from "#platform";
import { addCrews } from "../crews.ts";
import { shortenPaper } from "../means.ts";
import { demoPerson } from "./cast.ts";
import type { Helper } from "./helper.ts";
import { keepPromises } from "./keepPromises.ts";
import { liveThrough } from "./stage.ts";
import { pastDays, planOrders, type StoryFacts } from "./telling.ts";

export type { StoryFacts } from "./telling.ts";

const crewDaysAhead = 42;

/** Tells PostgreSQL how full the tables are now; by itself it looks once a minute, and plans as if they were empty until then. */
const learnSizes = ({ database }: Platform) => database.pool.query("analyze");

/**
 * Lets the demo company live for almost four months through its real actions: orders in every status with their full
 * histories. The same moment gives the same company. A helper lives half of the orders.
 */
export const tellStory = async (
  platform: Platform,
  facts: StoryFacts,
  { orders, end, helper }: { orders: number; end: string; helper?: Helper | undefined },
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
  const telling = { facts, leaders: crews.leaders, orders, today, from, end };
  const of = helper ? 2 : 1;
  const noor = demoPerson("noor@chargecars.example", facts.userIds);
  // Work was planned when the paper was thought to be good for longer: the office hears of it today.
  const hearOfPaper = (work: Work) => shortenPaper(work, crews.mechanicIds[13]!, daysAfter(today, 5));
  return liveThrough(platform, {
    from,
    end,
    direct: (stage) => planOrders(platform, stage, { ...telling, share: { part: 0, of } }),
    last: async (stage) => {
      await inTransaction(platform, { action: "demo", actor: automation("demo") }, hearOfPaper);
      await keepPromises({ platform, stage, noor });
    },
    helper: helper && {
      joins: (plans) => helper.tell({ ...telling, share: { part: 1, of } }, plans),
      learned: () => helper.learned(),
    },
  });
};
