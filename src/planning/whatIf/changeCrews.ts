import { type Day, daysAfter } from "#platform";
import type { CrewFacts } from "../plans/planCrews.ts";
import type { WhatIfChange } from "./views.ts";

export interface Depot {
  id: string;
  latitude: number;
  longitude: number;
}

/** An ordinary day of a crew, in minutes. */
const usualDay = { starts: 450, ends: 1020 };

type Changing<K extends WhatIfChange["kind"]> = Extract<WhatIfChange, { kind: K }>;

const newPerson = (id: string, skills: string[]): CrewFacts["members"][number] => ({
  id,
  name: "",
  firstName: "",
  level: "senior",
  isAbsent: false,
  despite: false,
  skills,
  away: [],
});

const newCrew = (
  on: Day,
  { skills, index }: { skills: string[]; index: number },
  depot: Depot,
): CrewFacts => ({
  crewId: `new ${index} ${on}`,
  onDay: on,
  ...usualDay,
  ownStarts: usualDay.starts,
  ownEnds: usualDay.ends,
  depotName: "",
  hasOwnEnd: false,
  latitude: depot.latitude,
  longitude: depot.longitude,
  endLatitude: depot.latitude,
  endLongitude: depot.longitude,
  skills,
  maxJobs: null,
  capacity: null,
  name: `+${index}`,
  van: "",
  vanId: `new ${index}`,
  members: [newPerson(`new person ${index}`, skills)],
  vanSkills: [],
  away: [],
});

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
  { week, depots, index }: { week: Day; depots: readonly Depot[]; index: number },
): readonly CrewFacts[] => {
  switch (asked.kind) {
    case "add_crew": {
      const depot = depots.find(({ id }) => id === asked.depotId);
      return depot
        ? [...crews, ...asked.days.map((on) => newCrew(on, { skills: asked.skills, index }, depot))]
        : crews;
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
  { week, depots }: { week: Day; depots: readonly Depot[] },
): CrewFacts[] => [
  ...changes.reduce((now, asked, index) => change(now, asked, { week, depots, index: index + 1 }), crews),
];
