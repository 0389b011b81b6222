import type { PointerEvent } from "react";
import { useWords } from "../../../words/words.ts";
import { useMoveVisits } from "../moves/useMoveVisits.ts";
import type { BoardTools } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { crewAt, dropAt } from "./dropTarget.ts";
import { followPointer, type PointerStart } from "./session.ts";

const startOf = ({ target, pointerId, pointerType, clientX: x, clientY: y }: PointerEvent): PointerStart => ({
  target: target as Element,
  pointerId,
  isTouch: pointerType === "touch",
  x,
  y,
});

/** Dragging of visits and people, for the whole board at once: what can be dragged says so by its data attributes. */
export const useBoardDrag = (tools: BoardTools) => {
  const t = useWords(boardWords);
  const moveVisits = useMoveVisits(tools);
  const { store, marks, crews, mayPlan } = tools;

  const dragVisits = (event: PointerEvent, id: string) => {
    const { visits } = store.get();
    const { selected } = marks.get();
    const ids = (selected.has(id) ? [...selected] : [id]).filter(
      (each) => visits.get(each)?.isLocked === false,
    );
    if (ids.length === 0) return;
    const moved = new Set(ids);
    const label =
      ids.length === 1 ? (visits.get(id)?.customerName ?? "") : t("movedMany", { count: ids.length });
    followPointer(startOf(event), {
      label,
      over: (point) => {
        const drop = dropAt(point, store.get(), moved);
        return drop?.kind === "crew" ? drop.line : undefined;
      },
      drop: (point) => {
        const drop = dropAt(point, store.get(), moved);
        if (drop?.kind === "pool") moveVisits(ids, null);
        if (drop?.kind === "crew") moveVisits(ids, { crewId: drop.crewId, afterId: drop.afterId });
      },
    });
  };

  const dragPerson = (event: PointerEvent, { person, on, of, label }: DOMStringMap) => {
    const sameDay = (crewId: string | undefined) =>
      crewId !== undefined && crewId !== of && store.get().days.get(crewId)?.on === on;
    followPointer(startOf(event), {
      label: label ?? "",
      over: (point) => {
        const crew = crewAt(point);
        return sameDay(crew?.crewId) ? crew?.box : undefined;
      },
      drop: (point) => {
        const crewId = crewAt(point)?.crewId;
        if (crewId && sameDay(crewId)) crews.assign({ mechanicId: person!, on: on!, crewId });
      },
    });
  };

  return (event: PointerEvent) => {
    if (!mayPlan || event.button !== 0 || !(event.target instanceof Element)) return;
    const person = event.target.closest<HTMLElement>("[data-person]");
    const visit = event.target.closest<HTMLElement>("[data-visit]");
    if (person) dragPerson(event, person.dataset);
    else if (visit) dragVisits(event, visit.dataset.visit!);
  };
};
