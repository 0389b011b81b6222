import type { Day } from "#platform";
import type { ExpectedCrew } from "../capacity/expectedCrews.ts";
import type { MechanicLevel } from "../people/views.ts";
import type { CrewFacts, CrewMember } from "../plans/planCrews.ts";

export interface Depot {
  id: string;
  latitude: number;
  longitude: number;
}

/** An ordinary day of a crew, in minutes. */
const usualDay = { starts: 450, ends: 1020 };

/** Somebody who is not there yet. */
export const newPerson = (
  id: string,
  { skills, level }: { skills: readonly string[]; level: MechanicLevel },
): CrewMember => ({
  id,
  name: "",
  firstName: "",
  level,
  isAbsent: false,
  despite: false,
  skills: [...skills],
  away: [],
});

interface Van {
  id: string;
  name: string;
  skills: readonly string[];
  capacity: number | null;
}

/** A crew of one for an ordinary day that nobody made. */
export const newCrew = (
  on: Day,
  { id, name, person, van }: { id: string; name: string; person: CrewMember; van: Van },
  { latitude, longitude }: Depot,
): CrewFacts => ({
  crewId: id,
  onDay: on,
  ...usualDay,
  ownStarts: usualDay.starts,
  ownEnds: usualDay.ends,
  depotName: "",
  hasOwnEnd: false,
  latitude,
  longitude,
  endLatitude: latitude,
  endLongitude: longitude,
  skills: [...new Set([...person.skills, ...van.skills])],
  maxJobs: null,
  capacity: van.capacity,
  name,
  van: van.name,
  vanId: van.id,
  members: [person],
  vanSkills: [...van.skills],
  away: [],
});

/** A crew that is to be expected on a day on which none was made yet, as a plan knows crews. */
export const crewExpected = ({ on, wanted, van, people, starts, ends, skills }: ExpectedCrew): CrewFacts => ({
  crewId: `expected ${wanted.name} ${on}`,
  onDay: on,
  starts,
  ends,
  ownStarts: starts,
  ownEnds: ends,
  depotName: wanted.start.name,
  hasOwnEnd: false,
  latitude: wanted.start.latitude,
  longitude: wanted.start.longitude,
  endLatitude: wanted.start.latitude,
  endLongitude: wanted.start.longitude,
  skills,
  maxJobs: wanted.maxJobs ?? null,
  capacity: van.capacity,
  name: wanted.name,
  van: van.name,
  vanId: van.id,
  members: people.map(({ id, name, firstName, level, skills: own }) => ({
    ...newPerson(id, { skills: own, level }),
    name,
    firstName,
  })),
  vanSkills: van.skills,
  away: [],
});
