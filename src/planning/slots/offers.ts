import { type DayPart, offeredParts, windowOf } from "./dayPart.ts";
import { bestInsertion, covers, type Insertion } from "./insertion.ts";
import type { CrewDay, Stop } from "./route.ts";
import { builtInTravel, type Point, type TravelModel } from "./travel.ts";

/** A visit that looks for a place. */
export interface Wish {
  visitId: string;
  place: Point;
  minutes: number;
  skills: readonly string[];
}

/** A half day in which the visit really fits somebody's day. How many crews could take it is never told, only plenty or few. */
export interface Offer {
  on: string;
  part: DayPart;
  room: "plenty" | "few";
  /** Among the ones that cost the least driving. */
  isBest: boolean;
}

/** A fitting place with the crew it would go to; stays inside the house. */
export interface Fit extends Insertion {
  crewId: string;
  on: string;
  part: DayPart;
}

export interface OfferRules {
  /** Minutes kept free at the end of each crew's day. */
  reserve: number;
  /** From how many crews on a half day has plenty of room. */
  plentyFrom: number;
  /** How many offers are called best. */
  best: number;
  model: TravelModel;
}

export const offerRules: OfferRules = { reserve: 30, plentyFrom: 2, best: 3, model: builtInTravel };

const stopOf = (wish: Wish, part: DayPart): Stop => ({
  visitId: wish.visitId,
  place: wish.place,
  minutes: wish.minutes,
  ...windowOf[part],
});

/** Whether the crew may do one visit more. */
const hasRoom = ({ maxJobs, stops }: CrewDay) =>
  maxJobs == null || stops.filter(({ isBreak }) => !isBreak).length < maxJobs;

/** Every crew's best place for the visit in one part of a day, cheapest first. */
export const fitsOn = (
  days: readonly CrewDay[],
  wish: Wish,
  part: DayPart,
  rules: OfferRules = offerRules,
): Fit[] =>
  days
    .filter((day) => covers(day, wish.skills) && hasRoom(day))
    .flatMap((day) => {
      const insertion = bestInsertion(day, stopOf(wish, part), rules);
      return insertion ? [{ ...insertion, crewId: day.crewId, on: day.on, part }] : [];
    })
    .toSorted((a, b) => a.extraTravel - b.extraTravel || (a.crewId < b.crewId ? -1 : 1));

/** The half days to choose from, in order of time; those with the least extra driving are marked best. */
export const offersIn = (
  days: readonly CrewDay[],
  wish: Wish,
  rules: OfferRules = offerRules,
): { offer: Offer; fits: Fit[] }[] => {
  const dates = [...new Set(days.map(({ on }) => on))].toSorted();
  const found = dates.flatMap((on) => {
    const ofDay = days.filter((day) => day.on === on);
    return offeredParts.flatMap((part) => {
      const fits = fitsOn(ofDay, wish, part, rules);
      return fits.length > 0 ? [{ on, part, fits, price: fits[0]!.extraTravel }] : [];
    });
  });
  const cheapest = found.toSorted((a, b) => a.price - b.price || (a.on < b.on ? -1 : 1)).slice(0, rules.best);
  return found.map((each) => ({
    fits: each.fits,
    offer: {
      on: each.on,
      part: each.part,
      room: each.fits.length >= rules.plentyFrom ? ("plenty" as const) : ("few" as const),
      isBest: cheapest.includes(each),
    },
  }));
};
