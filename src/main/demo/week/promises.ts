import { type CrewDay, crewDays, type DayPart, fitsOn, instantOf, routeOf, windowOf } from "#planning";
import type { Day, Work } from "#platform";
import { randomFrom } from "../story/random.ts";
import type { WeekVisit } from "./plan.ts";

/** Where and when a promised visit stands. */
export interface Standing {
  crewId: string;
  onDay: Day;
  dayPart: DayPart;
  plannedStart: string;
  plannedEnd: string;
  travelMinutes: number;
}

const partsOf = ({ wishedPart }: WeekVisit): DayPart[] =>
  wishedPart === "morning" || wishedPart === "afternoon" ? [wishedPart] : ["morning", "afternoon"];

/** A half day that fits, beginning at some day of the week: a customer who cannot on Tuesday takes Wednesday. */
const firstFit = (
  crews: readonly CrewDay[],
  visit: WeekVisit,
  { days, turn, flip }: { days: readonly Day[]; turn: number; flip: boolean },
) => {
  const wish = { visitId: visit.id, place: visit.place, minutes: visit.minutes, skills: visit.skills };
  const parts = flip ? partsOf(visit).toReversed() : partsOf(visit);
  for (let step = 0; step < days.length; step += 1) {
    const on = days[(turn + step) % days.length];
    const ofDay = crews.filter((crew) => crew.on === on);
    for (const part of parts) {
      const [fit] = fitsOn(ofDay, wish, part);
      if (fit) return fit;
    }
  }
  return undefined;
};

/** Every crew's day is driven as it became; each stop gets its time. */
const timesOf = (days: readonly CrewDay[], parts: ReadonlyMap<string, DayPart>) => {
  const standing = new Map<string, Standing>();
  for (const day of days)
    for (const stop of routeOf(day, day.stops)?.stops ?? []) {
      const dayPart = parts.get(stop.visitId);
      if (!dayPart) continue;
      standing.set(stop.visitId, {
        crewId: day.crewId,
        onDay: day.on,
        dayPart,
        plannedStart: instantOf(day.on, stop.start),
        plannedEnd: instantOf(day.on, stop.end),
        travelMinutes: stop.travel,
      });
    }
  return standing;
};

/**
 * Gives promised visits a half day that really fits a crew's day, as customers choose it: not the best one, but one that
 * can be driven.
 */
export const keepPromises = async (
  { tx, now }: Pick<Work, "tx" | "now">,
  visits: readonly WeekVisit[],
  { days, seed }: { days: readonly Day[]; seed: number },
): Promise<ReadonlyMap<string, Standing>> => {
  const random = randomFrom(seed + 2);
  // Days on which the company has visits already keep the times those have.
  const all = await crewDays(tx, { from: days[0]!, until: days.at(-1)!, now });
  const crews = all.filter(({ stops }) => stops.every(({ isBreak }) => isBreak));
  const parts = new Map<string, DayPart>();
  for (const visit of visits.filter(({ isConfirmed }) => isConfirmed)) {
    const fit = firstFit(crews, visit, {
      days,
      turn: random.between(0, days.length - 1),
      flip: random.chance(0.5),
    });
    if (!fit) continue;
    const { part } = fit;
    const crew = crews.find(({ crewId }) => crewId === fit.crewId)!;
    const stop = { visitId: visit.id, place: visit.place, minutes: visit.minutes, ...windowOf[part] };
    const stops = new Map([...crew.stops, stop].map((each) => [each.visitId, each]));
    crews[crews.indexOf(crew)] = {
      ...crew,
      stops: fit.route.stops.map(({ visitId }) => stops.get(visitId)!),
    };
    parts.set(visit.id, part);
  }
  return timesOf(crews, parts);
};
