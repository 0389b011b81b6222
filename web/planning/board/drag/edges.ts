import type { Point } from "./session.ts";

const edge = 48;
const stride = 12;

const board = () => document.querySelector("[data-view]");

/** Near an edge the board scrolls on under a pointer that stands still. */
export const isNearEdge = ({ y }: Point): boolean => {
  const box = board()?.getBoundingClientRect();
  return box !== undefined && (y < box.top + edge || y > box.bottom - edge);
};

/** Scrolls what lies under the pointer when it comes near an edge. */
export const scrollNear = ({ x, y }: Point): void => {
  const box = board();
  if (!box) return;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  if (x < left || x > right || y < top - edge || y > bottom + edge) return;
  const down = y > bottom - edge ? 1 : y < top + edge ? -1 : 0;
  const across = x > right - edge ? 1 : x < left + edge ? -1 : 0;
  if (down !== 0 || across !== 0) box.scrollBy(across * stride, down * stride);
};
