import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { memo, useMemo, useState } from "react";
import { useWords } from "../../../words/words.ts";
import { useBoard } from "../store/useBoard.ts";
import { sideWords } from "../words/side.ts";
import { type Dot, Dots, PointedDots } from "./Dots.tsx";
import styles from "./map.module.css";
import { around, project, towns } from "./projection.ts";
import { provinces } from "./provinces.ts";
import type { Route, waitingSpots } from "./routes.ts";
import { useView } from "./useView.ts";

const Ground = memo(() => (
  <g aria-hidden="true">
    {provinces.map(({ code, path }) => (
      <path key={code} d={path} className={styles.land} />
    ))}
  </g>
));

/** Names of towns, above the stops and out of the way of the mouse. */
const Towns = memo(({ unit }: { unit: number }) => (
  <g aria-hidden="true" data-towns>
    {towns.map((town) => {
      const { x, y } = project(town);
      return (
        <g key={town.name} className={styles.town}>
          <circle cx={x} cy={y} r={1.6 * unit} />
          <text x={x + 4 * unit} y={y - 8 * unit} fontSize={9.5 * unit}>
            {town.name}
          </text>
        </g>
      );
    })}
  </g>
));

interface RouteMapProps {
  routes: readonly Route[];
  waiting: ReturnType<typeof waitingSpots>;
  label: string;
}

const visitAt = (target: EventTarget) =>
  (target as Element).closest<SVGGElement>("[data-map-visit]")?.dataset.mapVisit;

const dotsOf = (routes: readonly Route[], waiting: RouteMapProps["waiting"]): Dot[] => [
  ...waiting.map(({ visit, x, y }) => ({
    id: visit.id,
    x,
    y,
    colour: "var(--map-waiting)",
    text: "?",
    title: visit.customerName,
  })),
  ...routes.flatMap(({ colour, stops, name }) =>
    stops.map(({ visit, order, x, y }) => ({
      id: visit.id,
      x,
      y,
      colour,
      text: order,
      title: `${name}: ${visit.customerName}`,
    })),
  ),
];

/** Routes on the country, in step with the board: what one points at here is pointed at there. */
export const RouteMap = ({ routes, waiting, label }: RouteMapProps) => {
  const t = useWords(sideWords);
  const { marks, open } = useBoard();
  // Where it begins; a visit that moves leaves the picture where it is.
  const [start] = useState(() => around(routes.flatMap(({ stops, home }) => [...stops, home])));
  const { view, svg, onPointerMove, by, all } = useView(start);
  const unit = Math.max(view.width, view.height) / 420;
  const viewBox = `${view.x} ${view.y} ${view.width} ${view.height}`;
  const dots = useMemo(() => dotsOf(routes, waiting), [routes, waiting]);
  const buttons = [
    { label: t("zoomIn"), icon: IconPlus, run: () => by(1 / 1.5) },
    { label: t("zoomOut"), icon: IconMinus, run: () => by(1.5) },
    { label: t("zoomAll"), icon: IconMaximize, run: all },
  ];
  return (
    <div className={styles.frame}>
      <div
        role="none"
        className={styles.canvas}
        onPointerMove={onPointerMove}
        onClick={({ target }) => {
          const id = visitAt(target);
          if (!id) return;
          marks.focus(id);
          open(id);
        }}
      >
        <svg ref={svg} viewBox={viewBox} role="img" aria-label={label}>
          <Ground />
          {routes.map(({ crewId, colour, line, home }) => (
            <g key={crewId}>
              <polyline points={line} className={styles.route} stroke={colour} />
              <rect
                x={home.x - 3.5 * unit}
                y={home.y - 3.5 * unit}
                width={7 * unit}
                height={7 * unit}
                className={styles.home}
                stroke={colour}
              />
            </g>
          ))}
          <Dots dots={dots} unit={unit} />
          <Towns unit={unit} />
        </svg>
        <PointedDots dots={dots} unit={unit} viewBox={viewBox} />
      </div>
      <div className={styles.buttons}>
        {buttons.map(({ label: text, icon: Icon, run }) => (
          <Tooltip key={text} label={text} position="left">
            <ActionIcon variant="default" aria-label={text} onClick={run}>
              <Icon size={15} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </div>
  );
};
