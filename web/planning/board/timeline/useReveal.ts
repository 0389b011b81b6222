import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent } from "react";
import { useBoard } from "../store/useBoard.ts";
import { revealRow } from "./revealRow.ts";

interface RevealProps {
  virtual: Virtualizer<HTMLDivElement, Element>;
  /** The row in which a visit stands; -1 when in none. */
  rowOf: (visitId: string) => number;
  /** How high the head is that stays above the rows. */
  above: number;
}

const hasKeys = (visitId: string) =>
  document.activeElement instanceof HTMLElement && document.activeElement.dataset.visit === visitId;

/**
 * Keeps the focused visit in sight. The view itself is not drawn anew for it. A visit that a pointer or Tab led to has the
 * keys already: it is in sight, and a row that jumps away under the pointer is missed.
 */
export const useReveal = ({ virtual, rowOf, above }: RevealProps): void => {
  const { marks } = useBoard();
  const reveal = useEffectEvent((visitId: string | undefined) => {
    if (visitId && !hasKeys(visitId)) revealRow(virtual, rowOf(visitId), above);
  });
  useEffect(() => {
    let last = marks.get().focusId;
    reveal(last);
    return marks.subscribe(() => {
      const { focusId } = marks.get();
      if (focusId === last) return;
      last = focusId;
      reveal(focusId);
    });
  }, [marks]);
};
