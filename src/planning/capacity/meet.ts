import { roadUnits } from "../travel/model.ts";
import type { CrewTime, Demand } from "./demand.ts";
import { middleOf, type RegionName } from "./regions.ts";

/** Work that crews are looked for, by what it asks and where. */
interface Group {
  week: string;
  region: RegionName;
  skills: readonly string[];
  minutes: number;
  /** Crews of that week that can do it. */
  able: CrewState[];
}

interface CrewState extends CrewTime {
  left: number;
}

/** What could not be given to any crew. */
export interface Short {
  week: string;
  region: RegionName;
  skills: readonly string[];
  /** The one that the fewest hours of that week have. */
  skill: string | null;
  minutes: number;
}

export interface Met {
  short: Short[];
  /** Minutes that crews give to a region, booked ones not counted. */
  given: { week: string; region: RegionName; skills: readonly string[]; minutes: number }[];
  /** What is left of crews' days, shared over the regions in reach by what they ask. */
  left: Left[];
}

export interface Left {
  week: string;
  region: RegionName;
  skills: readonly string[];
  left: number;
}

/**
 * One way, in twentieths of a minute: further off a crew is not sent for a day's work. Two and a half hours bring a crew from the
 * middle of the country to every edge of it, as customers there are offered days by the same crews.
 */
const reach = 150 * 20;

const isNear = (crew: CrewTime, region: RegionName) => roadUnits(crew, middleOf(region)) <= reach;

const can = (crew: CrewTime, skills: readonly string[]) =>
  skills.every((skill) => crew.skills.includes(skill));

const groupsOf = (demands: readonly Demand[], crews: readonly CrewState[]): Group[] => {
  const ofWeek = Map.groupBy(crews, ({ week }) => week);
  const groups = Map.groupBy(
    demands.filter(({ kind }) => kind !== "booked"),
    ({ week, region, skills }) => `${week} ${region} ${skills.toSorted().join(",")}`,
  );
  return [...groups.values()].map((same) => {
    const { week, region, skills } = same[0]!;
    const minutes = same.reduce((sum, { work, travel }) => sum + work + travel, 0);
    return {
      week,
      region,
      skills,
      minutes,
      able: (ofWeek.get(week) ?? []).filter((crew) => can(crew, skills)),
    };
  });
};

const hoursOf = (crews: readonly CrewState[]) => crews.reduce((sum, { left }) => sum + Math.max(0, left), 0);

const scarcest = ({ week, skills }: Group, crews: readonly CrewState[]): string | null => {
  const there = crews.filter((crew) => crew.week === week);
  const having = (skill: string) => hoursOf(there.filter((crew) => crew.skills.includes(skill)));
  return skills.toSorted((a, b) => having(a) - having(b))[0] ?? null;
};

/**
 * Gives work to crews: what the fewest hours can do first, each from the crews that are nearest; what nobody can do, or
 * nobody within reach has time for, is short. Booked work stays with the crew it stands on.
 */
export const meet = (
  crews: readonly CrewTime[],
  demands: readonly Demand[],
  bookedOn: ReadonlyMap<string, number>,
): Met => {
  const states: CrewState[] = crews.map((crew) => ({
    ...crew,
    left: Math.max(0, crew.minutes - (crew.crewId ? (bookedOn.get(crew.crewId) ?? 0) : 0)),
  }));
  const groups = groupsOf(demands, states)
    .map((group) => ({ ...group, skill: scarcest(group, states), hours: hoursOf(group.able) }))
    .toSorted((a, b) => a.hours - b.hours || b.minutes - a.minutes);
  const short: Short[] = [];
  const given: Met["given"] = [];
  for (const { able, minutes, week, region, skills, skill } of groups) {
    const away = new Map(able.map((crew) => [crew, roadUnits(crew, middleOf(region))]));
    const near = able
      .filter((crew) => away.get(crew)! <= reach)
      .toSorted((a, b) => away.get(a)! - away.get(b)! || a.skills.length - b.skills.length);
    let open = minutes;
    for (const crew of near) {
      const taken = Math.min(open, crew.left);
      crew.left -= taken;
      open -= taken;
      if (open <= 0) break;
    }
    given.push({ week, region, skills, minutes: minutes - open });
    if (open >= 1) short.push({ week, region, skills, skill, minutes: open });
  }
  return { short, given, left: shareLeft(states, groups) };
};

/** A crew that has time left could work in every region near: each gets as much of it as it asks of the whole. */
const shareLeft = (crews: readonly CrewState[], groups: readonly Group[]): Left[] => {
  const asked = new Map<string, Map<RegionName, number>>();
  for (const { week, region, minutes } of groups) {
    const ofWeek = asked.get(week) ?? new Map<RegionName, number>();
    asked.set(week, ofWeek.set(region, (ofWeek.get(region) ?? 0) + minutes));
  }
  return crews.flatMap((crew) => {
    const { week, skills, left } = crew;
    const near = [...(asked.get(week) ?? [])].filter(([region]) => isNear(crew, region));
    const all = near.reduce((sum, [, minutes]) => sum + minutes, 0);
    if (all === 0) return [{ week, region: crew.region, skills, left }];
    return near.map(([region, minutes]) => ({ week, region, skills, left: (left * minutes) / all }));
  });
};
