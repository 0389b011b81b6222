import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import type { PlanVisit } from "#planning/contract";
import { useChanged } from "../../../api/changed.ts";
import { useBoard, useMarks } from "../store/useBoard.ts";
import { useVisitText } from "./useVisitText.ts";

/** What every drawing of a visit has in common: focus, selection, hover, highlight, and being the thing that is dragged. */
export const useVisitButton = (visit: PlanVisit, crewName?: string, isFirst = false) => {
  const { marks, open } = useBoard();
  const text = useVisitText();
  const ref = useRef<HTMLButtonElement>(null);
  const isFocused = useMarks(({ focusId }) => focusId === visit.id);
  const takesKeys = useMarks(({ focusId, takesKeys }) => takesKeys && focusId === visit.id);
  const isSelected = useMarks(({ selected }) => selected.has(visit.id));
  const isHovered = useMarks(({ hoverId }) => hoverId === visit.id);
  const isTabStop = useMarks(({ focusId }) => focusId === visit.id || (isFirst && focusId === undefined));
  const isChanged = useChanged(visit.id);
  useEffect(() => {
    if (takesKeys && document.activeElement !== ref.current) ref.current?.focus({ preventScroll: false });
  }, [takesKeys]);
  return {
    ref,
    type: "button" as const,
    tabIndex: isTabStop ? 0 : -1,
    "aria-label": text(visit, crewName),
    "aria-pressed": isSelected,
    "data-visit": visit.id,
    "data-focused": isFocused || undefined,
    "data-selected": isSelected || undefined,
    "data-hovered": isHovered || undefined,
    "data-changed": isChanged || undefined,
    "data-moved": visit.isChanged || undefined,
    "data-locked": visit.isLocked || undefined,
    "data-broken": (visit.at !== null && visit.breaches.length > 0) || undefined,
    onClick: (event: MouseEvent) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey) marks.toggle(visit.id);
      else {
        marks.focus(visit.id, true);
        open(visit.id);
      }
    },
    onFocus: () => marks.focus(visit.id, true),
    onPointerEnter: ({ buttons }: PointerEvent) => {
      if (buttons === 0) marks.hover(visit.id);
    },
    onPointerLeave: () => marks.hover(undefined),
  };
};
