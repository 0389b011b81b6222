import { memo } from "react";
import type { PlanVisit } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useDuration } from "../../visitNames.ts";
import { useBoard, useBoardValue, useDay } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { CrewHead } from "./CrewHead.tsx";
import { DayVisit } from "./DayVisit.tsx";
import { drivesOf, type Scale, shareOf } from "./dayLayout.ts";
import styles from "./timeline.module.css";
import { clockOf } from "./useVisitText.ts";

/** The visits of a crew's day in driving order; the same list while none of them changes. */
const useVisitsOf = (visitIds: readonly string[]): PlanVisit[] => {
  const { store } = useBoard();
  // One text stands for all of them, so that the row is drawn anew only when one of its own visits is another object.
  useBoardValue(({ visits }) => visitIds.map((id) => stampOf(visits.get(id))).join());
  const { visits } = store.get();
  return visitIds.flatMap((id) => visits.get(id) ?? []);
};

const stamps = new WeakMap<PlanVisit, number>();
let lastStamp = 0;
const stampOf = (visit: PlanVisit | undefined) => {
  if (!visit) return 0;
  if (!stamps.has(visit)) stamps.set(visit, (lastStamp += 1));
  return stamps.get(visit)!;
};

const between = (scale: Scale, from: number, until: number) => ({
  insetInlineStart: `${shareOf(scale, from)}%`,
  inlineSize: `${shareOf(scale, until) - shareOf(scale, from)}%`,
});

/** One crew's day as a line: visits with the driving between them, and what lies outside the crew's hours. */
export const DayRow = memo(
  ({ crewId, scale, isFirst }: { crewId: string; scale: Scale; isFirst: boolean }) => {
    const t = useWords(boardWords);
    const duration = useDuration();
    const day = useDay(crewId);
    const visits = useVisitsOf(day?.visitIds ?? []);
    if (!day) return null;
    return (
      <>
        <CrewHead day={day} />
        <div className={styles.track} data-crew={crewId} data-broken={day.breaches.length > 0 || undefined}>
          <span className={styles.closed} style={between(scale, scale.from, day.opens)} />
          <span className={styles.closed} style={between(scale, day.closes, scale.until)} />
          {day.idle.map(({ why, from, until }) => (
            <span
              key={`${why} ${from}`}
              className={styles.idle}
              data-why={why}
              style={between(scale, from, until)}
              title={t(`idle.${why}`, { from: clockOf(from), until: clockOf(until) })}
            />
          ))}
          {drivesOf(day, visits).map((drive) => (
            <span key={drive.from} className={styles.drive} style={between(scale, drive.from, drive.until)} />
          ))}
          {day.backAt > day.closes && visits.length > 0 && (
            <span
              className={styles.over}
              style={between(scale, day.closes, day.backAt)}
              title={t("overtime", { minutes: duration(day.backAt - day.closes) })}
            />
          )}
          {visits.map((visit, index) => (
            <DayVisit
              key={visit.id}
              visit={visit}
              crewName={day.name}
              scale={scale}
              isFirst={isFirst && index === 0}
            />
          ))}
        </div>
      </>
    );
  },
);
