import type { Day } from "#platform";
import type { VanOn } from "../capacity/expectedCrews.ts";
import type { CrewFacts, CrewMember } from "../plans/planCrews.ts";
import { type Depot, newCrew, newPerson } from "./newCrew.ts";
import type { WhatIfChange } from "./views.ts";

type Hire = Extract<WhatIfChange, { kind: "hire" }>;

const mostOnACrew = 3;
const learns = ({ level }: Hire) => level === "apprentice" || level === "junior";

const ridesAlong = (crews: readonly CrewFacts[], on: Day, person: CrewMember): CrewFacts | undefined => {
  const lacks = ({ skills }: CrewFacts) => person.skills.filter((skill) => !skills.includes(skill)).length;
  return crews
    .filter((crew) => crew.onDay === on && crew.members.length < mostOnACrew)
    .toSorted(
      (a, b) =>
        a.members.length - b.members.length || lacks(b) - lacks(a) || a.crewId.localeCompare(b.crewId),
    )[0];
};

/**
 * The crews with somebody more from a day on, on the days on which crews go. Who may work alone takes a van nobody goes with that
 * day, from the depot; who still learns, or finds no van, goes with the smallest crew, of those the one that
 * lacks most of the skills.
 */
export const withHired = (
  crews: readonly CrewFacts[],
  asked: Hire,
  { vans, depot, index }: { vans: readonly VanOn[]; depot: Depot; index: number },
): CrewFacts[] => {
  const person = newPerson(`hired ${index}`, asked);
  const days = [...new Set(crews.map(({ onDay }) => onDay))].filter((on) => on >= asked.from);
  return days.reduce<CrewFacts[]>(
    (now, on) => {
      const busy = new Set(now.filter(({ onDay }) => onDay === on).map(({ vanId }) => vanId));
      const van = vans.find((each) => each.on === on && each.isThere && !busy.has(each.id));
      if (van && !learns(asked))
        return [...now, newCrew(on, { id: `hired ${index} ${on}`, name: `+${index}`, person, van }, depot)];
      const beside = ridesAlong(now, on, person);
      if (!beside) return now;
      const skills = [...new Set([...beside.skills, ...person.skills])];
      return now.map((crew) =>
        crew === beside ? { ...crew, skills, members: [...crew.members, person] } : crew,
      );
    },
    [...crews],
  );
};
