import type { Virtualizer } from "@tanstack/react-virtual";

/** How far to scroll so that a row lies wholly between the head that stays above and the lower edge; the same when it does already. */
export const offsetFor = (
  { start, end }: { start: number; end: number },
  { offset, height, above }: { offset: number; height: number; above: number },
): number => {
  if (start < offset) return start;
  const lowest = end + above - height;
  // A row higher than the picture shows its beginning.
  return lowest > offset ? Math.min(lowest, start) : offset;
};

/** Scrolls to a row that is not wholly in sight, in one step: a scroll that is mended a moment later is two pictures. */
export const revealRow = (
  { scrollElement, scrollRect, measurementsCache }: Virtualizer<HTMLDivElement, Element>,
  row: number,
  above: number,
): void => {
  const at = measurementsCache[row];
  if (!at || !scrollElement) return;
  const offset = scrollElement.scrollTop;
  const wanted = offsetFor(at, { offset, height: scrollRect?.height ?? 0, above });
  if (wanted !== offset) scrollElement.scrollTop = wanted;
};
