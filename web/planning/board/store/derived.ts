import type { PlanDay, PlanVisit } from "#planning/contract";
import type { BoardState } from "./state.ts";

/** Works something out once for each state of a map. */
const once = <K extends object, T>(work: (from: K) => T) => {
  const kept = new WeakMap<K, T>();
  return (from: K): T => {
    if (!kept.has(from)) kept.set(from, work(from));
    return kept.get(from)!;
  };
};

// One collator for all: comparing through `localeCompare` makes one for every pair.
const { compare } = new Intl.Collator("nl", { numeric: true });
const byName = (a: PlanDay, b: PlanDay) => compare(a.name, b.name);

/** The rows of the board by crew: a crew's days have the same name. */
export interface CrewRow {
  name: string;
  /** Ids by day. */
  crewIds: ReadonlyMap<string, string>;
}

const rowsOfDays = once((days: BoardState["days"]): CrewRow[] => {
  const sorted = [...days.values()].toSorted(byName);
  return [...Map.groupBy(sorted, ({ name }) => name)].map(([name, ofName]) => ({
    name,
    crewIds: new Map(ofName.map(({ on, crewId }) => [on, crewId])),
  }));
});

let lastRows: { key: string; rows: CrewRow[] } = { key: "", rows: [] };

/** The crews of the plan in order of name; the same list for as long as no crew comes or goes. */
export const rowsOf = ({ days }: BoardState): CrewRow[] => {
  const rows = rowsOfDays(days);
  if (rows === lastRows.rows) return rows;
  const key = rows.map(({ name, crewIds }) => `${name}:${[...crewIds.values()].join()}`).join("|");
  if (key !== lastRows.key) lastRows = { key, rows };
  return lastRows.rows;
};

const poolOfVisits = once((visits: BoardState["visits"]): PlanVisit[] =>
  [...visits.values()]
    .filter(({ at, isLocked }) => at === null && !isLocked)
    .toSorted(
      (a, b) =>
        Number(b.mustDo) - Number(a.mustDo) || b.priority - a.priority || a.number.localeCompare(b.number),
    ),
);

/** Visits without a place in this plan, most urgent first. */
export const poolOf = ({ visits }: BoardState): PlanVisit[] => poolOfVisits(visits);

/** How many visits stand elsewhere than in force. */
export const changesIn = ({ visits }: BoardState): number => {
  let changes = 0;
  for (const { isChanged } of visits.values()) if (isChanged) changes += 1;
  return changes;
};

/** Crews that go once this plan is published, unless somebody or something was put on them just now. */
export const goingCrews = ({ plan, days }: Pick<BoardState, "plan" | "days">) =>
  plan.crewsThatGo.filter(({ id }) => {
    const day = days.get(id);
    return !day || day.visitIds.length + day.members.length === 0;
  });

const lists = new Map<string, string[]>();
const most = 14;

/** Every day from one to another, a fortnight at most. */
export const daysBetween = (from: string, until: string) => {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T12:00:00Z`); days.length < most; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > until) break;
    days.push(day);
  }
  return days;
};

/** The days of the plan; Sunday only when a crew works then. */
export const daysOf = ({ plan: { from, until }, days }: BoardState): string[] => {
  const working = new Set([...days.values()].map(({ on }) => on));
  const shown = daysBetween(from, until).filter(
    (on) => working.has(on) || new Date(`${on}T12:00:00Z`).getUTCDay() % 6 !== 0,
  );
  const key = shown.join();
  if (!lists.has(key)) lists.set(key, shown);
  return lists.get(key)!;
};

/** Every crew's day of one date, in the order of the rows. */
export const crewsOn = (state: BoardState, on: string): PlanDay[] =>
  rowsOf(state).flatMap(({ crewIds }) => state.days.get(crewIds.get(on) ?? "") ?? []);
