import { type Day, daysAfter } from "#platform";
import type { VanOn } from "../capacity/expectedCrews.ts";
import type { CrewFacts } from "../plans/planCrews.ts";
import { withHired } from "./hire.ts";
import { type Depot, newCrew, newPerson } from "./newCrew.ts";
import type { WhatIfChange } from "./views.ts";

/** A week, and what crews can be made of in it. */
export interface WeekMeans {
  week: Day;
  depots: readonly Depot[];
  vans: readonly VanOn[];
  /** How many crews `enough_crews` is tried with. */
  more?: number;
}

type Changing<K extends WhatIfChange["kind"]> = Extract<WhatIfChange, { kind: K }>;

/** Crews with people and a van nobody has yet. */
const withCrews = (
  crews: readonly CrewFacts[],
  { depotId, skills, days }: Changing<"add_crew" | "enough_crews">,
  { depots, index, count }: Pick<WeekMeans, "depots"> & { index: number; count: number },
): CrewFacts[] => {
  const depot = depots.find(({ id }) => id === depotId);
  if (!depot) return [...crews];
  const added = Array.from({ length: count }, (_, extra) => `${index}${extra > 0 ? `.${extra + 1}` : ""}`);
  const crewOf = (name: string, on: Day) =>
    newCrew(
      on,
      {
        id: `new ${name} ${on}`,
        name: `+${name}`,
        person: newPerson(`new person ${name}`, { skills, level: "senior" }),
        van: { id: `new ${name}`, name: "", skills: [], capacity: null },
      },
      depot,
    );
  return [...crews, ...added.flatMap((name) => days.map((on) => crewOf(name, on)))];
};

const withSaturday = (crews: readonly CrewFacts[], { crews: most }: { crews: number }, week: Day) => {
  const friday = daysAfter(week, 4);
  const saturday = daysAfter(week, 5);
  const busy = new Set(crews.filter(({ onDay }) => onDay === saturday).map(({ vanId }) => vanId));
  const extra = crews
    .filter(({ onDay, vanId }) => onDay === friday && !busy.has(vanId))
    .slice(0, most)
    .map((crew) => ({ ...crew, crewId: `saturday ${crew.crewId}`, onDay: saturday, away: [] }));
  return [...crews, ...extra];
};

/** A crew without somebody keeps what the others and the van can do; without anybody it does not go. */
const withoutPerson = (crews: readonly CrewFacts[], { mechanicId, days }: Changing<"away">) =>
  crews.flatMap((crew) => {
    if (!days.includes(crew.onDay) || !crew.members.some(({ id }) => id === mechanicId)) return [crew];
    const members = crew.members.filter(({ id }) => id !== mechanicId);
    const there = members.filter(({ isAbsent }) => !isAbsent);
    if (there.length === 0) return [];
    const skills = [...new Set([...there.flatMap((member) => member.skills), ...crew.vanSkills])];
    return [{ ...crew, members, skills }];
  });

const change = (
  crews: readonly CrewFacts[],
  asked: WhatIfChange,
  { week, depots, vans, more = 0, index }: WeekMeans & { index: number },
): readonly CrewFacts[] => {
  switch (asked.kind) {
    case "add_crew":
      return withCrews(crews, asked, { depots, index, count: 1 });
    case "enough_crews":
      return withCrews(crews, asked, { depots, index, count: more });
    case "hire": {
      const depot = depots.find(({ id }) => id === asked.depotId);
      return depot ? withHired(crews, asked, { vans, depot, index }) : crews;
    }
    case "open_saturday":
      return withSaturday(crews, asked, week);
    case "lose_van":
      return crews.filter(({ vanId, onDay }) => vanId !== asked.vanId || !asked.days.includes(onDay));
    case "away":
      return withoutPerson(crews, asked);
    case "longer":
      return crews.map((crew) => ({ ...crew, ends: Math.min(1439, crew.ends + asked.minutes) }));
  }
};

/** The crews of a week as they would be, one change after the other. */
export const changeCrews = (
  crews: readonly CrewFacts[],
  changes: readonly WhatIfChange[],
  means: WeekMeans,
): CrewFacts[] => [
  ...changes.reduce((now, asked, index) => change(now, asked, { ...means, index: index + 1 }), crews),
];
