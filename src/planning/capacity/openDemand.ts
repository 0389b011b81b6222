import type { Day } from "#platform";
import type { Arrivals } from "./arrivals.ts";
import { type Demand, type Lag, spread } from "./demand.ts";
import { lagAfter } from "./lag.ts";
import type { Quoted } from "./quoted.ts";
import type { RegionName } from "./regions.ts";
import type { Waiting } from "./waiting.ts";
import { weeksBetween } from "./weeks.ts";

/** What open demand is spread by. */
export interface Spreading {
  weeks: readonly Day[];
  /** The week it is now. */
  thisWeek: Day;
  lag: Lag;
  travelPerVisit: number;
  /** The part of this week that is still to come. */
  restOfWeek: number;
}

type Kind = Exclude<Demand["kind"], "booked">;

/** Work that becomes plannable in a week, as demand of the weeks in which it will be done. */
const over = (
  { weeks, thisWeek, travelPerVisit }: Spreading,
  work: { kind: Kind; region: RegionName; skills: readonly string[]; visits: number; minutes: number },
  { lag, from }: { lag: Lag; from: number },
): Demand[] => {
  const { kind, region, skills, visits, minutes } = work;
  const ahead = weeksBetween(thisWeek, weeks[0]!);
  return spread(lag, from, ahead + weeks.length)
    .filter(({ week }) => week >= ahead)
    .map(({ week, share }) => ({
      kind,
      week: weeks[week - ahead]!,
      region,
      skills,
      visits: visits * share,
      work: minutes * share,
      travel: visits * share * travelPerVisit,
    }));
};

/** Visits that wait for a time: over the weeks such visits take, without the ones they have waited already. */
export const demandOfWaiting = (visit: Waiting, by: Spreading): Demand[] => {
  const waited = Math.max(0, weeksBetween(visit.since, by.thisWeek));
  const from = visit.notBefore ? Math.max(0, weeksBetween(by.thisWeek, visit.notBefore)) : 0;
  const lag = from > 0 ? by.lag : lagAfter(by.lag, waited);
  return over(by, { kind: "waiting", visits: 1, ...visit }, { lag, from });
};

/** Quotes: as much of them as their chance is, from the week in which they can be planned. */
export const demandOfQuote = (quote: Quoted, by: Spreading): Demand[] => {
  const { chance, minutes, region, skills, plannableOn } = quote;
  const from = Math.max(0, weeksBetween(by.thisWeek, plannableOn));
  return over(
    by,
    { kind: "quoted", region, skills, visits: chance, minutes: minutes * chance },
    { lag: by.lag, from },
  );
};

/** Minutes expected to become plannable in a week that no quote of today tells of: what a week brings less the quotes. */
export const newMinutes = (
  { forecast, region }: Arrivals,
  week: Day,
  { quotes, rest }: { quotes: readonly Quoted[]; rest: number },
): number => {
  const quoted = quotes
    .filter((quote) => quote.region === region && weeksBetween(week, quote.plannableOn) === 0)
    .reduce((sum, { minutes, chance }) => sum + minutes * chance, 0);
  const season = forecast.season[Number(week.slice(5, 7)) - 1]!;
  return Math.max(0, forecast.level * season * rest - quoted);
};

/** What will come in beside today's quotes, by what weeks brought so far. */
export const demandExpected = (
  arrivals: Arrivals,
  quotes: readonly Quoted[],
  by: Spreading & { comingWeeks: readonly Day[] },
): Demand[] =>
  by.comingWeeks.flatMap((week, from) => {
    const rest = from === 0 ? by.restOfWeek : 1;
    const minutes = newMinutes(arrivals, week, { quotes, rest });
    return arrivals.shares.flatMap(({ skills, share }) =>
      over(
        by,
        {
          kind: "expected",
          region: arrivals.region,
          skills,
          visits: (minutes * share) / arrivals.minutesPerVisit,
          minutes: minutes * share,
        },
        { lag: by.lag, from },
      ),
    );
  });
