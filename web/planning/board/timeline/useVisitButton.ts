import { type MouseEvent, useEffect, useRef } from "react";
import type { PlanVisit } from "#planning/contract";
import { useChanged } from "../../../api/changed.ts";
import type { Marks } from "../store/marks.ts";
import { useBoard, useMarks } from "../store/useBoard.ts";
import { useVisitText } from "./useVisitText.ts";

const bits = { focused: 1, takesKeys: 2, selected: 4, hovered: 8, tabStop: 16 };

/** `isEntry`: Tab leads to this one, because the focused visit is not in this part of the board. */
const markOf = ({ focusId, takesKeys, selected, hoverId }: Marks, id: string, isEntry: boolean): number => {
  const isFocused = focusId === id;
  return (
    (isFocused ? bits.focused | bits.tabStop : 0) |
    (isFocused && takesKeys ? bits.takesKeys : 0) |
    (selected.has(id) ? bits.selected : 0) |
    (hoverId === id ? bits.hovered : 0) |
    (isEntry ? bits.tabStop : 0)
  );
};

/** Whether two visits are drawn in the same part of the board: the pool, the week, or one day of it. */
const isBeside = (a: PlanVisit, b: PlanVisit, isDay: boolean) =>
  a.at === null || b.at === null ? a.at === b.at : !isDay || a.at.on === b.at.on;

/** What every drawing of a visit has in common: focus, selection, hover, highlight, and being the thing that is dragged. */
export const useVisitButton = (visit: PlanVisit, crewName?: string, isFirst: boolean | "day" = false) => {
  const { store, marks, open } = useBoard();
  const text = useVisitText();
  const ref = useRef<HTMLButtonElement>(null);
  // One figure for all marks: a key pressed asks every visit on the screen once, and draws the two it is about.
  const isEntry = (focusId: string | undefined) => {
    if (!isFirst) return false;
    const focused = store.get().visits.get(focusId ?? "");
    return !focused || !isBeside(focused, visit, isFirst === "day");
  };
  const mark = useMarks((all) => markOf(all, visit.id, isEntry(all.focusId)));
  const takesKeys = (mark & bits.takesKeys) > 0;
  const isSelected = (mark & bits.selected) > 0;
  const isChanged = useChanged(visit.id);
  const stood = useRef(false);
  useEffect(() => {
    const isBack = !stood.current;
    stood.current = true;
    if (!takesKeys || document.activeElement === ref.current) return;
    ref.current?.focus({ preventScroll: true });
    // One that is drawn again after scrolling takes the keys back, and never pulls the board to itself.
    if (!isBack) ref.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [takesKeys]);
  return {
    ref,
    type: "button" as const,
    tabIndex: mark & bits.tabStop ? 0 : -1,
    "aria-label": text(visit, crewName),
    "aria-pressed": isSelected,
    "data-visit": visit.id,
    "data-focused": (mark & bits.focused) > 0 || undefined,
    "data-selected": isSelected || undefined,
    "data-hovered": (mark & bits.hovered) > 0 || undefined,
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
    onFocus: () => {
      if (marks.get().focusId !== visit.id) marks.focus(visit.id, true);
    },
  };
};
