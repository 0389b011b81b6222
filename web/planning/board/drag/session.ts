import styles from "./drag.module.css";

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

const slack = 5;
const edge = 48;

const element = (className: string | undefined, text = "") => {
  const made = Object.assign(document.createElement("div"), {
    className: className ?? "",
    textContent: text,
  });
  made.setAttribute("aria-hidden", "true");
  document.body.append(made);
  return made;
};

/** Near an edge the board scrolls on under a pointer that stands still. */
const isNearEdge = ({ y }: Point) => {
  const box = document.querySelector("[data-view]")?.getBoundingClientRect();
  return box !== undefined && (y < box.top + edge || y > box.bottom - edge);
};

/** Scrolls what lies under the pointer when it comes near an edge. */
const scrollNear = ({ x, y }: Point) => {
  const box = document.querySelector("[data-view]");
  if (!box) return;
  const { left, right, top, bottom } = box.getBoundingClientRect();
  if (x < left || x > right || y < top - edge || y > bottom + edge) return;
  const down = y > bottom - edge ? 1 : y < top + edge ? -1 : 0;
  const across = x > right - edge ? 1 : x < left + edge ? -1 : 0;
  if (down !== 0 || across !== 0) box.scrollBy(across * 12, down * 12);
};

const place = (line: HTMLElement, at: DOMRect | undefined) => {
  line.hidden = at === undefined;
  if (at)
    Object.assign(line.style, {
      transform: `translate(${at.left}px, ${at.top}px)`,
      inlineSize: `${at.width}px`,
      blockSize: `${at.height}px`,
    });
};

/** Draws what is dragged beside the pointer until it is let go or Escape is pressed; touches no component meanwhile. */
const show = ({ label, over }: Dragged) => {
  const ghost = element(styles.ghost, label);
  const line = element(styles.line);
  let at: Point | undefined;
  let drawn: Point | undefined;
  let frame = 0;
  const draw = () => {
    frame = requestAnimationFrame(draw);
    if (!at || (at === drawn && !isNearEdge(at))) return;
    drawn = at;
    ghost.style.transform = `translate(${at.x + 12}px, ${at.y + 10}px)`;
    scrollNear(at);
    place(line, over(at));
  };
  draw();
  return {
    to: (point: Point) => {
      at = point;
    },
    end: () => {
      cancelAnimationFrame(frame);
      ghost.remove();
      line.remove();
    },
  };
};

const noClick = () => {
  const stop = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", stop, { capture: true }), 50);
};

/** Follows the pointer from where it went down; becomes a drag once it has moved a little. */
export const followPointer = (from: Point, dragged: Dragged): void => {
  let shown: ReturnType<typeof show> | undefined;
  const stopped = new AbortController();
  const options = { signal: stopped.signal };
  const end = () => {
    stopped.abort();
    shown?.end();
  };
  addEventListener(
    "pointermove",
    ({ clientX: x, clientY: y }) => {
      if (!shown && Math.hypot(x - from.x, y - from.y) < slack) return;
      shown ??= show(dragged);
      shown.to({ x, y });
    },
    options,
  );
  addEventListener(
    "pointerup",
    ({ clientX: x, clientY: y }) => {
      const isDrag = shown !== undefined;
      end();
      if (!isDrag) return;
      noClick();
      dragged.drop({ x, y });
    },
    options,
  );
  // Not by a style on the page: that would be worked out anew for everything on it.
  addEventListener("selectstart", (event) => event.preventDefault(), options);
  addEventListener("pointercancel", end, options);
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !shown) return;
      event.stopPropagation();
      noClick();
      end();
    },
    { ...options, capture: true },
  );
};
