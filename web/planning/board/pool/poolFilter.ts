import type { PlanVisit } from "#planning/contract";
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

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Visits that a filter lets through. */
export const filtered = (visits: readonly PlanVisit[], filter: PoolFilter): PlanVisit[] => {
  const words = plain(filter.search).split(/\s+/).filter(Boolean);
  return visits.filter((visit) => {
    const text = plain(
      [visit.customerName, visit.place, visit.postalCode, visit.number, visit.orderNumber].join(" "),
    );
    return (
      words.every((word) => text.includes(word)) &&
      (filter.skill === null || visit.skills.includes(filter.skill)) &&
      (filter.kind === null || visit.kind === filter.kind) &&
      (filter.region === null || regionOf(visit) === filter.region) &&
      (filter.longest === null || visit.minutes <= filter.longest) &&
      (filter.wish === null || visit.wishedPart === filter.wish) &&
      (!filter.mustDo || visit.mustDo)
    );
  });
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
