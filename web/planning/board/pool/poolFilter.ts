import type { PlanVisit } from "#planning/contract";
import { isMeant } from "../../../ui/meant.ts";
import { regionOf } from "../side/loadOf.ts";

export interface PoolFilter {
  search: string;
  skill: string | null;
  kind: string | null;
  region: string | null;
  /** At most this many minutes of work. */
  longest: number | null;
  wish: string | null;
  mustDo: boolean;
}

export const noFilter: PoolFilter = {
  search: "",
  skill: null,
  kind: null,
  region: null,
  longest: null,
  wish: null,
  mustDo: false,
};

/** What one calls a visit by. */
const namesOf = ({ customerName, place, postalCode, number, orderNumber }: PlanVisit) => [
  customerName,
  place,
  postalCode,
  number,
  orderNumber,
];

/** Fewer letters mean nearly every visit. */
const leastLetters = 2;

/** Visits with a place that a search means, as they come in the week. */
export const foundOnBoard = (visits: ReadonlyMap<string, PlanVisit>, search: string): PlanVisit[] => {
  if (search.trim().length < leastLetters) return [];
  const whenOf = ({ at }: PlanVisit) => `${at?.on} ${String(at?.start).padStart(4, "0")}`;
  return [...visits.values()]
    .filter(({ at }) => at !== null)
    .filter(isMeant(search, namesOf))
    .toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)));
};

/** Visits that a filter lets through. */
export const filtered = (visits: readonly PlanVisit[], filter: PoolFilter): PlanVisit[] => {
  const isSearched = isMeant(filter.search, namesOf);
  return visits.filter(
    (visit) =>
      isSearched(visit) &&
      (filter.skill === null || visit.skills.includes(filter.skill)) &&
      (filter.kind === null || visit.kind === filter.kind) &&
      (filter.region === null || regionOf(visit) === filter.region) &&
      (filter.longest === null || visit.minutes <= filter.longest) &&
      (filter.wish === null || visit.wishedPart === filter.wish) &&
      (!filter.mustDo || visit.mustDo),
  );
};

/** What there is to choose from in these visits. */
export const choicesOf = (visits: readonly PlanVisit[]) => {
  const unique = (values: Iterable<string>) => [...new Set(values)].toSorted();
  return {
    skills: unique(visits.flatMap(({ skills }) => skills)),
    kinds: unique(visits.map(({ kind }) => kind)),
    regions: unique(visits.map(regionOf)),
    wishes: unique(visits.flatMap(({ wishedPart }) => wishedPart ?? [])),
  };
};

/** How many filters beside the search are on. */
export const countOf = ({ search: _search, ...filter }: PoolFilter): number =>
  Object.values(filter).filter((value) => value !== null && value !== false).length;
