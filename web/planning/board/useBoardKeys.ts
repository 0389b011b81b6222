import { type KeyboardEvent, useEffect } from "react";
import { useKeys } from "../../ui/keys.ts";
import { commandKey } from "../../ui/shortcut.ts";
import { useWords } from "../../words/words.ts";
import { useMoveVisits } from "./moves/useMoveVisits.ts";
import { poolOf } from "./store/derived.ts";
import type { BoardTools } from "./store/useBoard.ts";
import { crewButton, nextCrewButton } from "./timeline/crewFocus.ts";
import { type Direction, nextInWeek, nextOnDay } from "./timeline/focusOrder.ts";
import { boardWords } from "./words/board.ts";

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

interface KeyActions {
  days: readonly string[];
  isWeek: boolean;
  openOptimise: () => void;
  newCrew: () => void;
}

const isInField = ({ target }: Event) =>
  target instanceof Element && target.closest("input, textarea, select, [role=dialog]") !== null;

/** Ctrl+Z and Ctrl+Shift+Z, or Ctrl+Y; in a field they keep their own meaning. */
const useUndoKeys = ({ moves, mayPlan }: BoardTools) => {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !mayPlan || isInField(event)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) moves.redo();
      else moves.undo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [moves, mayPlan]);
};

/** Everything on the board by keyboard; returns what the board does with arrow keys. */
export const useBoardKeys = (tools: BoardTools, { days, isWeek, openOptimise, newCrew }: KeyActions) => {
  const t = useWords(boardWords);
  const { store, marks, moves, mayPlan, askPlace } = tools;
  const moveVisits = useMoveVisits(tools);
  useUndoKeys(tools);
  const focused = () => store.get().visits.get(marks.get().focusId ?? "");
  const chosen = () => {
    const { focusId, selected } = marks.get();
    if (selected.size > 0) return [...selected];
    return focusId ? [focusId] : [];
  };
  const pin = () => {
    const ids = chosen().filter((id) => store.get().visits.get(id)?.at);
    if (ids.length > 0) moves.pin(ids, focused()?.at?.isPinned !== true);
  };
  const bindings = [
    {
      key: "m",
      label: t("keys.move"),
      run: () => {
        const visit = focused();
        if (visit && !visit.isLocked) askPlace(visit.id);
      },
    },
    { key: "p", label: t("keys.pin"), run: pin },
    { key: "u", label: t("keys.off"), run: () => moveVisits(chosen(), null) },
    { key: "o", label: t("keys.optimise"), run: openOptimise },
    { key: "c", label: t("keys.crew"), run: () => crewButton(focused()?.at?.crewId)?.focus() },
    { key: "n", label: t("keys.newCrew"), run: newCrew },
    {
      key: "x",
      label: t("keys.select"),
      run: () => {
        const visit = focused();
        if (visit) marks.toggle(visit.id);
      },
    },
    { key: "Escape", label: t("keys.clear"), run: () => marks.select([]) },
    { key: `${commandKey} Z`, label: t("keys.undo") },
    { key: `${commandKey} ⇧ Z`, label: t("keys.redo") },
  ];
  const around = { key: "← ↑ ↓ →", label: t("keys.arrows") };
  useKeys(t("title"), mayPlan ? [around, ...bindings] : [around]);
  return (event: KeyboardEvent) => {
    const to = arrows[event.key];
    const onCrew = event.target instanceof Element && event.target.closest("button[data-of]");
    if (to && onCrew) {
      event.preventDefault();
      nextCrewButton(onCrew, to)?.focus();
      return;
    }
    const onVisit = event.target instanceof Element && event.target.closest("[data-visit]");
    if (!to || !onVisit || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = nextFocus(tools, { to, days, isWeek });
    if (next) marks.focus(next, true);
  };
};

const nextFocus = (
  { store, marks }: BoardTools,
  { to, days, isWeek }: { to: Direction; days: readonly string[]; isWeek: boolean },
): string | undefined => {
  const state = store.get();
  const { focusId } = marks.get();
  if (!focusId) return undefined;
  if (state.visits.get(focusId)?.at)
    return isWeek ? nextInWeek(state, days, focusId, to) : nextOnDay(state, focusId, to);
  const pool = poolOf(state);
  const index = pool.findIndex(({ id }) => id === focusId);
  return pool[to === "up" ? index - 1 : to === "down" ? index + 1 : -1]?.id;
};
