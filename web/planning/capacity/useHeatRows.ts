import type { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import type { HeatRow } from "./HeatTable.tsx";
import { capacityWords } from "./words.ts";

type Capacity = OutputOf<typeof planning.capacity>;

/** The rows of the table: regions in their own order, or skills. */
export const useHeatRows = (data: Capacity | undefined, by: "region" | "skill"): HeatRow[] => {
  const t = useWords(capacityWords);
  const names = useVisitNames();
  if (!data) return [];
  if (by === "region")
    return [...Map.groupBy(data.cells, ({ region }) => region)].map(([region, cells]) => ({
      key: region,
      label: t(`region.${region}`),
      cells: new Map(cells.map((cell) => [cell.week, cell])),
    }));
  return [...Map.groupBy(data.skills, ({ skill }) => skill)].map(([skill, cells]) => ({
    key: skill,
    label: names("skill", skill),
    cells: new Map(cells.map((cell) => [cell.week, cell])),
  }));
};
