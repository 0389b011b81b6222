import type { CrewFacts } from "../planCrews.ts";
import type { CrewMake } from "./views.ts";

/** How a crew is made. */
export const makeOf = (crew: CrewFacts): CrewMake => {
  const { members, vanId, depotName, latitude, longitude, onDay: on, name, ownStarts, ownEnds } = crew;
  return {
    memberIds: members.map(({ id }) => id),
    vanId,
    depot: { name: depotName, latitude, longitude },
    ...(crew.isNew && { isNew: { on, name, from: ownStarts, until: ownEnds } }),
  };
};

/** The crews of a plan and how each is made. */
export type Makes = ReadonlyMap<string, CrewMake>;

export const makesOf = (crews: readonly CrewFacts[]): Map<string, CrewMake> =>
  new Map(crews.map((crew) => [crew.crewId, makeOf(crew)]));

const sameList = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

export const sameMake = (a: CrewMake, b: CrewMake): boolean =>
  sameList(a.memberIds, b.memberIds) && a.vanId === b.vanId && a.depot.name === b.depot.name;

/** One crew that a step changed; without `before` it is new, without `after` it is gone. */
export interface CrewStepMove {
  crewId: string;
  before: CrewMake | null;
  after: CrewMake | null;
}

/** Every crew that is made otherwise in the second than in the first. */
export const makesBetween = (before: Makes, after: Makes): CrewStepMove[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((crewId) => {
    const [was, make] = [before.get(crewId) ?? null, after.get(crewId) ?? null];
    return was && make && sameMake(was, make) ? [] : [{ crewId, before: was, after: make }];
  });
