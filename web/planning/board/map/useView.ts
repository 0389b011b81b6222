import { type PointerEvent, useEffect, useRef, useState } from "react";
import { type View, zoomed } from "./projection.ts";

/** A stop that is held is dragged by itself; the ground stays. */
const isStop = (target: EventTarget) =>
  target instanceof Element && target.closest("[data-map-visit]") !== null;

/** What part of the map is shown: by wheel, by dragging, by buttons. */
export const useView = (start: View) => {
  const [view, setView] = useState(start);
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const matrix = element.getScreenCTM()?.inverse();
      if (!matrix) return;
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
      setView((was) => zoomed(was, event.deltaY > 0 ? 1.2 : 1 / 1.2, at));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, []);
  const onPointerMove = (event: PointerEvent) => {
    const scale = svg.current?.getScreenCTM()?.a;
    if (event.buttons !== 1 || !scale || isStop(event.target)) return;
    setView((was) => ({ ...was, x: was.x - event.movementX / scale, y: was.y - event.movementY / scale }));
  };
  const by = (factor: number) =>
    setView((was) => zoomed(was, factor, { x: was.x + was.width / 2, y: was.y + was.height / 2 }));
  return { view, svg, onPointerMove, by, all: () => setView(start) };
};
