import type { BoardTools } from "../store/useBoard.ts";
import { crewAt } from "./dropTarget.ts";
import type { Dragged } from "./session.ts";

/** A person or van of a crew that is dragged to another crew of its day, as the data attributes tell. */
export const draggedOfCrew = (
  { on, of, label }: DOMStringMap,
  { store }: Pick<BoardTools, "store">,
  drop: (crewId: string) => void,
): Dragged => {
  const isAnother = (crewId: string | undefined): crewId is string =>
    crewId !== undefined && crewId !== of && store.get().days.get(crewId)?.on === on;
  return {
    label: label ?? "",
    over: (point) => {
      const crew = crewAt(point);
      return isAnother(crew?.crewId) ? crew?.box : undefined;
    },
    drop: (point) => {
      const crewId = crewAt(point)?.crewId;
      if (isAnother(crewId)) drop(crewId);
    },
  };
};
