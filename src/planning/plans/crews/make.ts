import type { CrewFacts } from "../planCrews.ts";
import type { CrewMake } from "../views.ts";

/** How a crew is made. */
export const makeOf = ({ members, vanId, depotName, latitude, longitude }: CrewFacts): CrewMake => ({
  memberIds: members.map(({ id }) => id),
  vanId,
  depot: { name: depotName, latitude, longitude },
});

/** The crews of a plan and how each is made. */
export type Makes = ReadonlyMap<string, CrewMake>;

export const makesOf = (crews: readonly CrewFacts[]): Map<string, CrewMake> =>
  new Map(crews.map((crew) => [crew.crewId, makeOf(crew)]));

const sameList = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

export const sameMake = (a: CrewMake, b: CrewMake): boolean =>
  sameList(a.memberIds, b.memberIds) && a.vanId === b.vanId && a.depot.name === b.depot.name;

/** One crew that a step changed. */
export interface CrewStepMove {
  crewId: string;
  before: CrewMake;
  after: CrewMake;
}

/** Every crew that is made otherwise in the second than in the first. */
export const makesBetween = (before: Makes, after: Makes): CrewStepMove[] =>
  [...after].flatMap(([crewId, make]) => {
    const was = before.get(crewId);
    return was && !sameMake(was, make) ? [{ crewId, before: was, after: make }] : [];
  });
