import { holdBefore } from "./longPress.ts";
import { showDragged } from "./showDragged.ts";

export interface Point {
  x: number;
  y: number;
}

/** One thing being dragged. */
export interface Dragged {
  label: string;
  /** Looks what is under the pointer; returns where to draw the line. */
  over: (point: Point) => DOMRect | undefined;
  drop: (point: Point) => void;
}

/** A finger or mouse button that went down on something that can be dragged. */
export interface PointerStart extends Point {
  target: Element;
  pointerId: number;
  isTouch: boolean;
}

const slack = 5;

const noClick = () => {
  const stop = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", stop, { capture: true }), 50);
};

/** The thing takes all pointer events itself, so that nothing it passes over lights up or is worked out anew. */
const capture = ({ target, pointerId }: PointerStart) => {
  try {
    target.setPointerCapture(pointerId);
  } catch {
    // The button was let go meanwhile, or the thing is not on the page any more: the drag goes on without.
  }
};

/** Follows the pointer from where it went down. A mouse drags once it has moved a little, a finger once it was held still. */
export const followPointer = (from: PointerStart, dragged: Dragged): void => {
  let shown: ReturnType<typeof showDragged> | undefined;
  const stopped = new AbortController();
  const options = { signal: stopped.signal };
  const end = () => {
    stopped.abort();
    shown?.end();
  };
  const begin = (at: Point) => {
    capture(from);
    shown = showDragged(dragged);
    shown.to(at);
  };
  const isOther = ({ pointerId }: PointerEvent) => pointerId !== from.pointerId;
  const onMove = (event: PointerEvent) => {
    const at = { x: event.clientX, y: event.clientY };
    if (isOther(event)) return;
    if (shown) shown.to(at);
    else if (!from.isTouch && Math.hypot(at.x - from.x, at.y - from.y) >= slack) begin(at);
  };
  const onUp = (event: PointerEvent) => {
    if (isOther(event)) return;
    const isDrag = shown !== undefined;
    end();
    if (!isDrag) return;
    noClick();
    dragged.drop({ x: event.clientX, y: event.clientY });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !shown) return;
    event.stopPropagation();
    noClick();
    end();
  };
  addEventListener("pointermove", onMove, options);
  addEventListener("pointerup", onUp, options);
  addEventListener("pointercancel", (event) => (isOther(event) ? undefined : end()), options);
  // Not by a style on the page: that would be worked out anew for everything on it.
  addEventListener("selectstart", (event) => event.preventDefault(), options);
  addEventListener("keydown", onKey, { ...options, capture: true });
  if (from.isTouch) holdBefore(from, { begin: () => begin(from), giveUp: end, signal: stopped.signal });
};
