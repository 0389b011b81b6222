import styles from "./drag.module.css";
import { isNearEdge, scrollNear } from "./edges.ts";
import type { Dragged, Point } from "./session.ts";

const element = (className: string | undefined, text = "") => {
  const made = Object.assign(document.createElement("div"), {
    className: className ?? "",
    textContent: text,
  });
  made.setAttribute("aria-hidden", "true");
  document.body.append(made);
  return made;
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

/**
 * Draws what is dragged beside the pointer, and the line where it would land; touches no component meanwhile. A picture is
 * made only when the pointer has moved, or for as long as the board scrolls under it.
 */
export const showDragged = ({ label, over }: Dragged) => {
  const ghost = element(styles.ghost, label);
  const line = element(styles.line);
  let at: Point = { x: 0, y: 0 };
  let frame = 0;
  const draw = () => {
    frame = isNearEdge(at) ? requestAnimationFrame(draw) : 0;
    ghost.style.transform = `translate(${at.x + 12}px, ${at.y + 10}px)`;
    scrollNear(at);
    place(line, over(at));
  };
  return {
    to: (point: Point) => {
      at = point;
      if (frame === 0) frame = requestAnimationFrame(draw);
    },
    end: () => {
      cancelAnimationFrame(frame);
      ghost.remove();
      line.remove();
    },
  };
};
