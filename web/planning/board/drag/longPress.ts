import type { PointerStart } from "./session.ts";

const holdFor = 350;
const mayWander = 8;

interface LongPress {
  begin: () => void;
  /** The finger went on before: it scrolls. */
  giveUp: () => void;
  signal: AbortSignal;
}

/** Waits until a finger was held still; until then it scrolls as ever, after that the page stays where it is. */
export const holdBefore = ({ x, y, target }: PointerStart, { begin, giveUp, signal }: LongPress): void => {
  let isHeld = false;
  const timer = setTimeout(() => {
    isHeld = true;
    begin();
  }, holdFor);
  signal.addEventListener("abort", () => clearTimeout(timer));
  const onTouchMove = (event: TouchEvent) => {
    const [touch] = event.touches;
    if (isHeld) event.preventDefault();
    else if (touch && Math.hypot(touch.clientX - x, touch.clientY - y) > mayWander) giveUp();
  };
  // On the thing itself: a finger's events stay with it, also when the board has scrolled it out of the page.
  target.addEventListener("touchmove", onTouchMove as EventListener, { signal, passive: false });
  addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
};
