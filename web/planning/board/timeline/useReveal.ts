import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent } from "react";
import { afterPicture } from "../moves/afterPicture.ts";
import { useBoard } from "../store/useBoard.ts";
import { revealRow } from "./revealRow.ts";

interface RevealProps {
  virtual: Virtualizer<HTMLDivElement, Element>;
  /** The row in which a visit stands; -1 when in none. */
  rowOf: (visitId: string) => number;
  /** How high the head is that stays above the rows. */
  above: number;
}

const hasKeys = (visitId: string | undefined) =>
  document.activeElement instanceof HTMLElement && document.activeElement.dataset.visit === visitId;

/**
 * Keeps the focused visit in sight. The view itself is not drawn anew for it. A visit that a pointer or Tab led to has the
 * keys already: it is in sight, and a row that jumps away under the pointer is missed.
 */
export const useReveal = ({ virtual, rowOf, above }: RevealProps): void => {
  const { marks, store } = useBoard();
  const reveal = useEffectEvent((visitId: string | undefined) => {
    if (visitId) revealRow(virtual, rowOf(visitId), above);
  });
  useEffect(() => {
    const pointed = () => {
      const { focusId } = marks.get();
      return { id: focusId, crewId: store.get().visits.get(focusId ?? "")?.at?.crewId };
    };
    let last = pointed();
    reveal(last.id);
    const onMark = () => {
      const was = last;
      last = pointed();
      if (last.id !== was.id && !hasKeys(last.id)) reveal(last.id);
    };
    const onMove = async () => {
      const was = last;
      last = pointed();
      if (last.crewId === was.crewId) return;
      // It took the keys along to another row. In one that is not drawn they are nobody's, until the row comes.
      await afterPicture();
      if (hasKeys(last.id) || document.activeElement === document.body) reveal(last.id);
    };
    const stops = [marks.subscribe(onMark), store.subscribe(() => void onMove())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [marks, store]);
};
