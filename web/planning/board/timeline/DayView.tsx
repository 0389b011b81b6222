import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useMemo, useRef } from "react";
import { useNow } from "../../../ui/useNow.ts";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { rowsOf } from "../store/derived.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { CrewCorner } from "./CrewCorner.tsx";
import { DayRow } from "./DayRow.tsx";
import { type Scale, scaleOf, shareOf } from "./dayLayout.ts";
import styles from "./timeline.module.css";
import { useReveal } from "./useReveal.ts";
import { clockOf } from "./useVisitText.ts";

const topHeight = 34;
const rowHeight = 64;

const Hours = ({ scale }: { scale: Scale }) => {
  const hours = Array.from(
    { length: (scale.until - scale.from) / 60 + 1 },
    (_, index) => scale.from + index * 60,
  );
  return (
    <div className={styles.hours} aria-hidden="true">
      {hours.slice(0, -1).map((minute) => (
        <span key={minute} style={{ insetInlineStart: `${shareOf(scale, minute)}%` }}>
          {clockOf(minute)}
        </span>
      ))}
    </div>
  );
};

const NowLine = ({ on, scale }: { on: string; scale: Scale }) => {
  const t = useWords(boardWords);
  const now = useNow();
  const { today, time } = useFormats();
  if (today(now) !== on) return null;
  const [hours = 0, minutes = 0] = time(now).split(":").map(Number);
  const minute = hours * 60 + minutes;
  if (minute < scale.from || minute > scale.until) return null;
  return (
    <div className={styles.now} title={t("now")} style={{ "--at": shareOf(scale, minute) / 100 } as never} />
  );
};

/** One day: crews below each other, hours from left to right. Only rows in sight are drawn. */
export const DayView = memo(({ on, onNewCrew }: { on: string; onNewCrew: () => void }) => {
  const t = useWords(boardWords);
  const { store } = useBoard();
  const rows = useBoardValue(rowsOf);
  const ids = useMemo(() => rows.flatMap(({ crewIds }) => crewIds.get(on) ?? []), [rows, on]);
  const key = useBoardValue(({ days }) => {
    const { from, until } = scaleOf(ids.flatMap((id) => days.get(id) ?? []));
    return `${from}-${until}`;
  });
  const scale = useMemo(() => {
    const [from = 0, until = 0] = key.split("-").map(Number);
    return { from, until };
  }, [key]);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  useReveal({
    virtual,
    above: topHeight,
    rowOf: (visitId) => ids.indexOf(store.get().visits.get(visitId)?.at?.crewId ?? ""),
  });
  const items = virtual.getVirtualItems();
  // Where Tab comes in: the first of the drawn rows in which there is something.
  const firstRow = items.find(({ index }) => store.get().days.get(ids[index]!)?.visitIds.length)?.index;
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      data-view="day"
      role="region"
      aria-label={t("timeline")}
      tabIndex={0}
    >
      <div className={styles.dayBoard} data-scale={key}>
        <div className={styles.topRow}>
          <div className={styles.corner}>
            <CrewCorner onNewCrew={onNewCrew} />
          </div>
          <Hours scale={scale} />
        </div>
        <div className={styles.rows} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <div
              key={ids[index]}
              className={styles.dayRow}
              style={{ transform: `translateY(${start}px)`, blockSize: rowHeight }}
            >
              <DayRow crewId={ids[index]!} scale={scale} isFirst={index === firstRow} />
            </div>
          ))}
          <NowLine on={on} scale={scale} />
        </div>
      </div>
    </div>
  );
});
