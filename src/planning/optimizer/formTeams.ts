import type { Teams } from "./compiled.ts";
import type { PlanProblem } from "./model.ts";

const mostPeople = 3;

/** The crews as the search may change them, and the way back from its numbers to people. */
export interface FormedTeams {
  teams: Teams;
  /** Who goes with each crew, by crew. */
  membersOf: (members: readonly (readonly number[])[]) => Map<string, string[]>;
}

/**
 * Who may work with whom: everybody of a day, except those who stay where they are and whom a customer knows. Somebody on two
 * days is two people here, because certificates count by the day.
 */
export const formTeams = (
  { slots, tasks }: PlanProblem,
  bits: (skills: readonly string[]) => number,
): FormedTeams => {
  const asked = new Set(tasks.map(({ preferredMechanicId }) => preferredMechanicId));
  const people = slots.flatMap(({ team }) => team?.people ?? []);
  let next = 0;
  const members = slots.map(({ team }) => (team?.people ?? []).map(() => next++));
  return {
    teams: {
      members,
      skills: Int32Array.from(people, ({ skills }) => bits(skills)),
      van: Int32Array.from(slots, ({ team }) => bits(team?.vanSkills ?? [])),
      size: new Int32Array(mostPeople + 1),
      isFixed: Uint8Array.from(people, ({ id, stays }) => (stays || asked.has(id) ? 1 : 0)),
      isLearning: Uint8Array.from(people, ({ isLearning }) => (isLearning ? 1 : 0)),
    },
    membersOf: (formed) =>
      new Map(slots.map(({ crewId }, index) => [crewId, formed[index]!.map((person) => people[person]!.id)])),
  };
};
