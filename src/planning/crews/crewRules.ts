import type { MechanicLevel } from "../people/views.ts";
import type { CrewBreach } from "./views.ts";

/** A person on a crew as the rules see it. */
export interface Member {
  name: string;
  level: MechanicLevel;
  isThere: boolean;
  /** Minutes of that day by the roster; null on a day off. */
  hours: { from: number; until: number } | null;
  despite: boolean;
}

/** A crew of a day with what stands on it, as the rules see it. */
export interface CrewState {
  name: string;
  starts: number;
  ends: number;
  maxJobs: number | null;
  vanIsThere: boolean;
  van: string;
  skills: readonly string[];
  members: readonly Member[];
  visits: readonly { number: string; skills: readonly string[]; start: number; end: number }[];
}

type Found = Omit<CrewBreach, "crewName">;
type Rule = (crew: CrewState) => Found[];

const learning = new Set<MechanicLevel>(["apprentice", "junior"]);

/** Somebody has to go. */
export const nobody: Rule = ({ members }) =>
  members.some(({ isThere, despite }) => isThere || despite) ? [] : [{ kind: "nobody", detail: "" }];

/** A junior or apprentice never goes without somebody of experience. */
export const needsSenior: Rule = ({ members }) => {
  const going = members.filter(({ isThere, despite }) => isThere || despite);
  const learners = going.filter(({ level }) => learning.has(level));
  if (learners.length === 0 || learners.length < going.length) return [];
  return [{ kind: "needs_senior", detail: learners.map(({ name }) => name).join(", ") }];
};

export const personAway: Rule = ({ members }) =>
  members.filter(({ isThere }) => !isThere).map(({ name }) => ({ kind: "person_away", detail: name }));

/** Outside somebody's own working hours. */
export const personOff: Rule = ({ members, starts, ends }) =>
  members
    .filter(({ isThere, hours }) => isThere && (!hours || hours.from > starts || hours.until < ends))
    .map(({ name }) => ({ kind: "person_off", detail: name }));

export const vanInRepair: Rule = ({ vanIsThere, van }) =>
  vanIsThere ? [] : [{ kind: "van_in_repair", detail: van }];

/** What is planned must be doable: certificates count on the day itself. */
export const skillsMissing: Rule = ({ skills, visits }) =>
  visits.flatMap((visit) => {
    const missing = visit.skills.filter((skill) => !skills.includes(skill));
    return missing.length > 0
      ? [{ kind: "skills" as const, detail: `${visit.number}: ${missing.join(", ")}` }]
      : [];
  });

export const outsideHours: Rule = ({ starts, ends, visits }) =>
  visits
    .filter(({ start, end }) => start < starts || end > ends)
    .map(({ number }) => ({ kind: "hours", detail: number }));

export const tooManyJobs: Rule = ({ maxJobs, visits }) =>
  maxJobs !== null && visits.length > maxJobs
    ? [{ kind: "max_jobs", detail: `${visits.length} > ${maxJobs}` }]
    : [];

const rules: readonly Rule[] = [
  nobody,
  needsSenior,
  personAway,
  personOff,
  vanInRepair,
  skillsMissing,
  outsideHours,
  tooManyJobs,
];

/** Everything that is not as it should be about a crew, as plain facts. */
export const breachesOf = (crew: CrewState): CrewBreach[] =>
  rules.flatMap((rule) => rule(crew).map((found) => ({ ...found, crewName: crew.name })));
