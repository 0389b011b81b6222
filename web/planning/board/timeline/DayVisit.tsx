import { memo } from "react";
import type { PlanVisit } from "#planning/contract";
import { type Scale, shareOf } from "./dayLayout.ts";
import styles from "./timeline.module.css";
import { useVisitButton } from "./useVisitButton.ts";
import { clockOf } from "./useVisitText.ts";
import { VisitMarks } from "./VisitMarks.tsx";

interface DayVisitProps {
  visit: PlanVisit;
  crewName: string;
  scale: Scale;
  isFirst: boolean;
}

/** A visit on the line of its day. */
export const DayVisit = memo(({ visit, crewName, scale, isFirst }: DayVisitProps) => {
  const button = useVisitButton(visit, crewName, isFirst && "day");
  const start = visit.at?.start ?? 0;
  const left = shareOf(scale, start);
  const width = shareOf(scale, visit.ends ?? start + visit.minutes) - left;
  return (
    <button
      {...button}
      className={styles.bar}
      style={{ insetInlineStart: `${left}%`, inlineSize: `${width}%` }}
    >
      <span className={styles.barTop}>
        <span className={styles.time}>{clockOf(start)}</span>
        <VisitMarks visit={visit} />
      </span>
      <span className={styles.name}>{visit.customerName}</span>
      <span className={styles.place}>{visit.place}</span>
    </button>
  );
});
