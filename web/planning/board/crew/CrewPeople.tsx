import { IconTruck } from "@tabler/icons-react";
import { lazy, memo, Suspense, useState } from "react";
import type { PlanDay } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useBoard } from "../store/useBoard.ts";
import { focusAgain } from "../timeline/crewFocus.ts";
import { boardWords } from "../words/board.ts";
import { boardCrewWords } from "../words/crews.ts";
import styles from "./crew.module.css";

const CrewMenu = lazy(() => import("./CrewMenu.tsx").then(({ CrewMenu }) => ({ default: CrewMenu })));

interface Shown {
  /** Whom the menu is about; none is the crew as a whole. */
  mechanicId: string | undefined;
  from: DOMRect;
  target: HTMLElement;
}

interface CrewPeopleProps {
  day: PlanDay;
  /** In the week the row has the crew's name already. */
  isShort?: boolean;
}

interface PartProps extends CrewPeopleProps {
  onOpen: (mechanicId: string | undefined, target: HTMLElement) => void;
}

const Person = ({ day, member, isShort, onOpen }: PartProps & { member: PlanDay["members"][number] }) => {
  const t = useWords(boardWords);
  const c = useWords(boardCrewWords);
  const { mayPlan } = useBoard();
  const { id, name, firstName, isAbsent, isMoved } = member;
  const about = isAbsent ? t("away", { name }) : isMoved ? c("moved", { name }) : name;
  return (
    <button
      type="button"
      className={styles.person}
      disabled={!mayPlan}
      tabIndex={isShort ? -1 : 0}
      data-person={id}
      data-on={day.on}
      data-of={day.crewId}
      data-label={name}
      data-away={isAbsent || undefined}
      data-moved={isMoved || undefined}
      title={about}
      onClick={(event) => onOpen(id, event.currentTarget)}
    >
      {firstName}
      {about !== name && <span className="visually-hidden">{about}</span>}
    </button>
  );
};

const Van = ({ day, isShort, onOpen }: PartProps) => {
  const c = useWords(boardCrewWords);
  const { mayPlan } = useBoard();
  const isMoved = day.isNew || (day.crewInForce !== null && day.crewInForce.van !== day.van);
  return (
    <button
      type="button"
      className={styles.van}
      disabled={!mayPlan}
      tabIndex={isShort ? -1 : 0}
      aria-label={`${c("crewOf", { crew: day.name })}: ${day.van}`}
      title={day.van}
      data-van={day.vanId}
      data-on={day.on}
      data-of={day.crewId}
      data-label={day.van}
      data-moved={isMoved || undefined}
      onClick={(event) => onOpen(undefined, event.currentTarget)}
    >
      <IconTruck size={12} aria-hidden="true" /> {!isShort && day.van}
    </button>
  );
};

/** The people of a crew and its van: each can be dragged to another crew of the day or given another by its menu. */
export const CrewPeople = memo(({ day, isShort = false }: CrewPeopleProps) => {
  const c = useWords(boardCrewWords);
  const [shown, setShown] = useState<Shown>();
  const open: PartProps["onOpen"] = (mechanicId, target) =>
    setShown({ mechanicId, from: target.getBoundingClientRect(), target });
  const close = () => {
    if (shown) focusAgain(shown.target);
    setShown(undefined);
  };
  return (
    <div className={styles.crew} data-short={isShort || undefined}>
      {!isShort && (
        <strong className={styles.name}>
          {day.name}
          {day.isNew && <span className={styles.fresh}> {c("new")}</span>}
        </strong>
      )}
      <span className={styles.people}>
        {day.members.map((member) => (
          <Person key={member.id} member={member} day={day} isShort={isShort} onOpen={open} />
        ))}
        {isShort && day.isNew && <span className={styles.fresh}>{c("new")}</span>}
        <Van day={day} isShort={isShort} onOpen={open} />
      </span>
      {shown && (
        <Suspense fallback={null}>
          <CrewMenu day={day} mechanicId={shown.mechanicId} from={shown.from} onClose={close} />
        </Suspense>
      )}
    </div>
  );
});
