import type { KindDurations } from "./contract.ts";
import { type Done, type DurationModel, predictMinutes } from "./model.ts";

/** A visit that was done, with the minutes it was planned for. */
export interface DoneAsPlanned extends Done {
  plannedMinutes: number;
}

const mean = <T>(rows: readonly T[], of: (row: T) => number) =>
  Math.round(rows.reduce((sum, row) => sum + of(row), 0) / rows.length);

const isAsPlanned = ({ plannedMinutes, actualMinutes }: DoneAsPlanned) =>
  4 * Math.abs(actualMinutes - plannedMinutes) <= plannedMinutes;

/** What was expected of visits and what they took, by kind of work. */
export const durationsByKind = (
  done: readonly DoneAsPlanned[],
  model: DurationModel | null,
): KindDurations[] =>
  [...Map.groupBy(done, ({ kind }) => kind)]
    .map(([kind, visits]) => ({
      kind,
      visits: visits.length,
      plannedMinutes: mean(visits, (visit) => visit.plannedMinutes),
      ruleMinutes: mean(visits, (visit) => visit.ruleMinutes),
      learnedMinutes: model && mean(visits, (visit) => predictMinutes(model, visit)),
      actualMinutes: mean(visits, (visit) => visit.actualMinutes),
      asPlanned: Math.round((100 * visits.filter(isAsPlanned).length) / visits.length),
    }))
    .toSorted((a, b) => b.visits - a.visits);
