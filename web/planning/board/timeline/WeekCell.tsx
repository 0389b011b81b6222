import { memo } from "react";
import type { PlanVisit } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { CrewPeople } from "../crew/CrewPeople.tsx";
import { useDay, useVisit } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { DayLoad } from "./CrewHead.tsx";
import styles from "./timeline.module.css";
import { useVisitButton } from "./useVisitButton.ts";
import { clockOf } from "./useVisitText.ts";
import { VisitMarks } from "./VisitMarks.tsx";

const Card = ({ visit, crewName, isFirst }: { visit: PlanVisit; crewName: string; isFirst: boolean }) => {
  const button = useVisitButton(visit, crewName, isFirst);
  return (
    <button {...button} className={styles.card}>
      <span className={styles.time}>{clockOf(visit.at?.start ?? 0)}</span>
      <span className={styles.name}>{visit.customerName}</span>
      <VisitMarks visit={visit} />
    </button>
  );
};

const WeekVisit = memo(({ id, crewName, isFirst }: { id: string; crewName: string; isFirst: boolean }) => {
  const visit = useVisit(id);
  return visit ? <Card visit={visit} crewName={crewName} isFirst={isFirst} /> : null;
});

/** One crew's day in the week: people, load and the visits in driving order. */
export const WeekCell = memo(({ crewId, isFirst }: { crewId: string | undefined; isFirst: boolean }) => {
  const t = useWords(boardWords);
  const day = useDay(crewId ?? "");
  if (!day) return <div className={styles.none} role="cell" aria-label={t("noCrew")} />;
  return (
    <div
      className={styles.cell}
      role="cell"
      data-crew={day.crewId}
      data-crew-head={day.crewId}
      data-broken={day.breaches.length > 0 || undefined}
    >
      <CrewPeople day={day} isShort />
      <DayLoad day={day} />
      {day.visitIds.map((id, index) => (
        <WeekVisit key={id} id={id} crewName={day.name} isFirst={isFirst && index === 0} />
      ))}
    </div>
  );
});
