import { IconPin } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { VisitRow } from "#planning/contract";
import { useChanged } from "../api/changed.ts";
import { useFormats } from "../words/format.ts";
import styles from "./Calendar.module.css";
import { useDuration, useVisitNames, visitTones } from "./visitNames.ts";

/** One visit in the calendar: a button that opens it. What is inside it stands below the rest. */
export const VisitChip = ({
  visit,
  isOpen,
  onOpen,
  children,
}: {
  visit: VisitRow;
  isOpen: boolean;
  onOpen: (visitId: string) => void;
  children?: ReactNode;
}) => {
  const names = useVisitNames();
  const { time } = useFormats();
  const duration = useDuration();
  const isChanged = useChanged(visit.id);
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={visitTones[visit.status]}
      data-open={isOpen || undefined}
      data-changed={isChanged || undefined}
      aria-pressed={isOpen}
      onClick={() => onOpen(visit.id)}
    >
      <span className={styles.chipLine}>
        <span className={styles.chipTime}>
          {visit.plannedStart && time(visit.plannedStart)}
          {visit.plannedEnd && `–${time(visit.plannedEnd)}`}
        </span>
        {visit.isPinned && <IconPin size={12} aria-hidden="true" />}
      </span>
      <span className={styles.chipName}>{visit.customerName}</span>
      <span className={styles.chipPlace}>
        {[visit.place, names("kind", visit.kind), visit.on ? null : duration(visit.minutes)]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {children && <span className={styles.chipPlace}>{children}</span>}
      <span className="visually-hidden">{names("status", visit.status)}</span>
    </button>
  );
};
