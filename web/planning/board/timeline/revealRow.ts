import type { Virtualizer } from "@tanstack/react-virtual";

/** Scrolls to a row that is not wholly in sight; one that is costs nothing. */
export const revealRow = (
  virtual: Virtualizer<HTMLDivElement, Element>,
  row: number,
  above: number,
): void => {
  const { scrollOffset, scrollRect, measurementsCache } = virtual;
  const at = measurementsCache[row];
  if (!at) return;
  const from = scrollOffset ?? 0;
  const until = from + (scrollRect?.height ?? 0) - above;
  if (at.start >= from && at.end <= until) return;
  virtual.scrollToIndex(row, { align: "auto" });
};
