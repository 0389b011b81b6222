import type { PlanDay, PlanVisit } from "#planning/contract";
import { daysOf } from "../store/derived.ts";
import type { BoardState } from "../store/state.ts";

export interface DayLoad {
  on: string;
  crews: number;
  work: number;
  travel: number;
  whole: number;
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0);

/** Minutes a crew has for work and driving. */
export const hoursOf = ({ opens, closes, idle }: PlanDay): number =>
  closes - opens - sum(idle, ({ from, until }) => until - from);

/** Work and driving of each day against the hours its crews have. */
export const loadByDay = (state: BoardState): DayLoad[] => {
  const ofDay = Map.groupBy(state.days.values(), ({ on }) => on);
  return daysOf(state).map((on) => {
    const days: readonly PlanDay[] = ofDay.get(on) ?? [];
    return {
      on,
      crews: days.length,
      work: sum(days, ({ workMinutes }) => workMinutes),
      travel: sum(days, ({ travelMinutes }) => travelMinutes),
      whole: sum(days, hoursOf),
    };
  });
};

/** The region of a visit: the first two digits of its postal code. */
export const regionOf = ({ postalCode }: Pick<PlanVisit, "postalCode">): string =>
  postalCode?.slice(0, 2) ?? "–";

export interface RegionLoad {
  region: string;
  planned: number;
  waiting: number;
  minutes: number;
}

/** Visits of each region, with a place and without, most work first. */
export const loadByRegion = ({ visits }: BoardState): RegionLoad[] =>
  [...Map.groupBy(visits.values(), regionOf)]
    .map(([region, rows]) => ({
      region,
      planned: rows.filter(({ at }) => at !== null).length,
      waiting: rows.filter(({ at }) => at === null).length,
      minutes: sum(rows, ({ minutes }) => minutes),
    }))
    .toSorted((a, b) => b.minutes - a.minutes);

export interface SkillGap {
  skill: string;
  visitIds: string[];
}

/** Skills that visits without a place ask and no crew of the plan has. */
export const skillGaps = ({ visits, days }: BoardState): SkillGap[] => {
  const there = new Set([...days.values()].flatMap(({ skills }) => skills));
  const gaps = new Map<string, string[]>();
  for (const visit of visits.values())
    if (!visit.at)
      for (const skill of visit.skills)
        if (!there.has(skill)) gaps.set(skill, [...(gaps.get(skill) ?? []), visit.id]);
  return [...gaps].map(([skill, visitIds]) => ({ skill, visitIds }));
};
