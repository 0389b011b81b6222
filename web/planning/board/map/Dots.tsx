import { memo, type ReactNode, useDeferredValue } from "react";
import { useMarks } from "../store/useBoard.ts";
import styles from "./map.module.css";

/** A visit as a numbered dot on the map. */
export interface Dot {
  id: string;
  x: number;
  y: number;
  colour: string;
  text: ReactNode;
  title: string;
}

interface DotsProps {
  dots: readonly Dot[];
  /** How long a pixel of the picture is on the map. */
  unit: number;
}

const DotMark = ({ dot: { x, y, colour, text }, unit, radius }: DotMarkProps) => (
  <>
    <circle cx={x} cy={y} r={radius * unit} fill={colour} />
    <text x={x} y={y + 3 * unit} fontSize={8.5 * unit} textAnchor="middle">
      {text}
    </text>
  </>
);

interface DotMarkProps {
  dot: Dot;
  unit: number;
  radius: number;
}

/** The visits, each where its address is; what one points at does not touch them. */
export const Dots = memo(({ dots, unit }: DotsProps) =>
  dots.map((dot) => (
    <g key={dot.id} data-map-visit={dot.id} className={styles.dot}>
      <DotMark dot={dot} unit={unit} radius={7.5} />
      <title>{dot.title}</title>
    </g>
  )),
);

/**
 * The visits that are pointed at, larger and framed, in a picture of their own above the map: a key on the board then draws
 * these two and not the country with all its routes. The board itself goes first.
 */
export const PointedDots = ({ dots, unit, viewBox }: DotsProps & { viewBox: string }) => {
  const hoverId = useDeferredValue(useMarks((marks) => marks.hoverId));
  const focusId = useDeferredValue(useMarks((marks) => marks.focusId));
  const pointed = dots.filter(({ id }) => id === hoverId || id === focusId);
  return (
    <svg className={styles.pointed} viewBox={viewBox} aria-hidden="true">
      {pointed.map((dot) => (
        <g key={dot.id} data-pointed={dot.id}>
          <DotMark dot={dot} unit={unit} radius={11} />
        </g>
      ))}
    </svg>
  );
};
