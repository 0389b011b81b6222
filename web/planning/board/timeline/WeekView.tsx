import { UnstyledButton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useRef } from "react";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { type CrewRow, rowsOf } from "../store/derived.ts";
import type { BoardState } from "../store/state.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";
import { useCalendar } from "../useCalendar.ts";
import { boardWords } from "../words/board.ts";
import { CrewCorner } from "./CrewCorner.tsx";
import styles from "./timeline.module.css";
import { useReveal } from "./useReveal.ts";
import { WeekCell } from "./WeekCell.tsx";

const topHeight = 38;
const headHeight = 38;
const cardHeight = 28;
const least = 2;

/** How high a row is: as many cards as the fullest day of it. */
const heightOf = ({ crewIds }: CrewRow, { days }: BoardState) => {
  const cards = [...crewIds.values()].map((id) => days.get(id)?.visitIds.length ?? 0);
  return headHeight + cardHeight * Math.max(least, ...cards);
};

interface WeekViewProps {
  days: readonly string[];
  onPlace: (place: { view: string; day: string }) => void;
  onNewCrew: () => void;
}

/** The week: a row for each crew, a column for each day. Only rows in sight are drawn. */
export const WeekView = memo(({ days, onPlace, onNewCrew }: WeekViewProps) => {
  const t = useWords(boardWords);
  const { day: dayText, today } = useFormats();
  const { nameOn, isClosed } = useCalendar(days);
  const { store } = useBoard();
  const rows = useBoardValue(rowsOf);
  const heights = useBoardValue((state) =>
    rowsOf(state)
      .map((row) => heightOf(row, state))
      .join(),
  );
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => Number(heights.split(",")[index]),
    overscan: 2,
  });
  useEffect(() => virtual.measure(), [heights, virtual]);
  useReveal({
    virtual,
    above: topHeight,
    rowOf: (visitId) => {
      const { visits, days: crewDays } = store.get();
      const name = crewDays.get(visits.get(visitId)?.at?.crewId ?? "")?.name;
      return rows.findIndex((each) => each.name === name);
    },
  });
  const items = virtual.getVirtualItems();
  const { days: crewDays } = store.get();
  const hasVisits = (row: CrewRow) =>
    [...row.crewIds.values()].some((id) => crewDays.get(id)?.visitIds.length);
  // Where Tab comes in: the first of the drawn rows in which there is something.
  const firstRow = items.find(({ index }) => hasVisits(rows[index]!))?.index;
  const columns = { "--days": days.length } as never;
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      data-view="week"
      role="region"
      aria-label={t("timeline")}
      tabIndex={0}
    >
      <div className={styles.weekBoard} style={columns} role="table" aria-rowcount={rows.length + 1}>
        <div className={styles.weekTop} role="row" aria-rowindex={1}>
          <div className={styles.corner} role="columnheader">
            <CrewCorner onNewCrew={onNewCrew} />
          </div>
          {days.map((on) => (
            <div
              key={on}
              role="columnheader"
              data-today={on === today() || undefined}
              data-closed={isClosed(on) || undefined}
            >
              <UnstyledButton
                className={styles.dayLink}
                title={nameOn(on)}
                onClick={() => onPlace({ view: "day", day: on })}
              >
                {dayText(on)} <span className={styles.dayName}>{nameOn(on)}</span>
              </UnstyledButton>
            </div>
          ))}
        </div>
        <div className={styles.rows} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => (
            <div
              key={rows[index]!.name}
              className={styles.weekRow}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)`, blockSize: size }}
            >
              <div className={styles.weekHead} role="rowheader">
                {rows[index]!.name}
              </div>
              {days.map((on) => (
                <WeekCell key={on} crewId={rows[index]!.crewIds.get(on)} isFirst={index === firstRow} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
});
