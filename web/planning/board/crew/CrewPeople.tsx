import { IconTruck } from "@tabler/icons-react";
import { lazy, memo, Suspense, useState } from "react";
import type { PlanDay } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useBoard } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import styles from "./crew.module.css";

const CrewMenu = lazy(() => import("./CrewMenu.tsx").then(({ CrewMenu }) => ({ default: CrewMenu })));

interface Shown {
  /** Whom the menu is about; none is the crew's van. */
  mechanicId: string | undefined;
  from: DOMRect;
}

interface CrewPeopleProps {
  day: PlanDay;
  /** In the week the row has the crew's name already. */
  isShort?: boolean;
}

/** The people of a crew and its van: each can be dragged to another crew of the day or given another by its menu. */
export const CrewPeople = memo(({ day, isShort = false }: CrewPeopleProps) => {
  const t = useWords(boardWords);
  const { mayPlan } = useBoard();
  const [shown, setShown] = useState<Shown>();
  const open = (mechanicId: string | undefined, target: HTMLElement) =>
    setShown({ mechanicId, from: target.getBoundingClientRect() });
  return (
    <div className={styles.crew} data-short={isShort || undefined}>
      {!isShort && <strong className={styles.name}>{day.name}</strong>}
      <span className={styles.people}>
        {day.members.map(({ id, name, firstName, isAbsent }) => (
          <button
            key={id}
            type="button"
            className={styles.person}
            disabled={!mayPlan}
            tabIndex={isShort ? -1 : 0}
            data-person={id}
            data-on={day.on}
            data-of={day.crewId}
            data-label={name}
            data-away={isAbsent || undefined}
            title={isAbsent ? t("away", { name }) : name}
            onClick={(event) => open(id, event.currentTarget)}
          >
            {firstName}
            {isAbsent && <span className="visually-hidden">{t("away", { name })}</span>}
          </button>
        ))}
        {!isShort && (
          <button
            type="button"
            className={styles.van}
            disabled={!mayPlan}
            title={day.van}
            onClick={(event) => open(undefined, event.currentTarget)}
          >
            <IconTruck size={12} aria-hidden="true" /> {day.van}
          </button>
        )}
      </span>
      {shown && (
        <Suspense fallback={null}>
          <CrewMenu day={day} {...shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
    </div>
  );
});
