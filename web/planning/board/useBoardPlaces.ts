import type { PlanRow } from "#planning/contract";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { mondayIn } from "../weekDays.ts";
import { isSide, type Side } from "./BoardSide.tsx";

/** Where one is on the board, kept in the address: week, day, plan, and what stands beside. */
export const useBoardPlaces = (rows: readonly PlanRow[]) => {
  const { today } = useFormats();
  const { values, set } = useFilters();
  const monday = mondayIn(values.week, today());
  return {
    monday,
    rows,
    isWeek: values.view !== "day",
    side: isSide(values.side) ? values.side : undefined,
    planId: values.plan,
    isPoolFolded: values.pool === "folded",
    foldPool: (isFolded: boolean) => set({ pool: isFolded ? "folded" : undefined }),
    set: (change: { view?: string; day?: string | undefined; side?: Side }) => set(change),
    setSide: (side: Side | undefined) => set({ side }),
    goWeek: (week: string | undefined) => set({ week, plan: undefined, day: undefined }),
    openPlan: (plan: string | undefined) => set({ plan }),
    /** The day to show: the chosen one, today, or the first of the plan. */
    dayIn: (days: readonly string[]) =>
      [values.day, today()].find((day) => day !== undefined && days.includes(day)) ?? days[0] ?? monday,
  };
};

export type BoardPlaces = ReturnType<typeof useBoardPlaces>;
