import type { PointerEvent } from "react";
import { useWords } from "../../../words/words.ts";
import { useMoveCrews } from "../moves/useMoveCrews.ts";
import { useMoveVisits } from "../moves/useMoveVisits.ts";
import type { BoardTools } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { draggedOfCrew } from "./dragCrew.ts";
import { dropAt } from "./dropTarget.ts";
import { followPointer, type PointerStart } from "./session.ts";

const startOf = ({ target, pointerId, pointerType, clientX: x, clientY: y }: PointerEvent): PointerStart => ({
  target: target as Element,
  pointerId,
  isTouch: pointerType === "touch",
  x,
  y,
});

/** Dragging of visits, people and vans, for the whole board at once: what can be dragged says so by its data attributes. */
export const useBoardDrag = (tools: BoardTools) => {
  const t = useWords(boardWords);
  const moveVisits = useMoveVisits(tools);
  const moveCrews = useMoveCrews(tools);
  const { store, marks, mayPlan } = tools;

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

  const dragPerson = (event: PointerEvent, data: DOMStringMap) =>
    followPointer(
      startOf(event),
      draggedOfCrew(data, tools, (toCrewId) =>
        moveCrews(
          { kind: "person", mechanicId: data.person!, fromCrewId: data.of!, toCrewId },
          data.label ?? "",
        ),
      ),
    );

  const dragVan = (event: PointerEvent, data: DOMStringMap) =>
    followPointer(
      startOf(event),
      draggedOfCrew(data, tools, (crewId) => {
        const was = store.get().days.get(crewId)?.vanId;
        if (was) moveCrews({ kind: "van", crewId, was, vanId: data.van! });
      }),
    );

  return (event: PointerEvent) => {
    if (!mayPlan || event.button !== 0 || !(event.target instanceof Element)) return;
    const person = event.target.closest<HTMLElement>("[data-person]");
    const visit = event.target.closest<HTMLElement | SVGElement>("[data-visit], [data-map-visit]");
    const van = event.target.closest<HTMLElement>("[data-van]");
    if (van) dragVan(event, van.dataset);
    else if (person) dragPerson(event, person.dataset);
    else if (visit) dragVisits(event, (visit.dataset.visit ?? visit.dataset.mapVisit)!);
  };
};
