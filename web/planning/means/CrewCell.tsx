import { useState } from "react";
import type { CrewCard } from "#planning/contract";
import { useWords } from "../../words/words.ts";
import { useBreachText } from "./BreachDialog.tsx";
import { crewWords } from "./crewWords.ts";
import styles from "./means.module.css";
import { droppedPerson, personMime } from "./PersonCell.tsx";
import type { CrewMoves } from "./useCrewMoves.ts";

interface CrewCellProps {
  crew: CrewCard;
  moves: CrewMoves;
  nameOf: (mechanicId: string) => string;
  onOpen: () => void;
}

/** A crew on its day: van, hours, people and what is wrong; somebody of that day can be dropped on it. */
export const CrewCell = ({ crew, moves, nameOf, onOpen }: CrewCellProps) => {
  const t = useWords(crewWords);
  const text = useBreachText();
  const [isOver, setOver] = useState(false);
  return (
    <button
      type="button"
      className={styles.crew}
      data-wrong={crew.breaches.length > 0 || undefined}
      data-over={isOver || undefined}
      onClick={onOpen}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(personMime)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dropped = droppedPerson(event.dataTransfer);
        if (dropped?.on === crew.on) moves.assign({ ...dropped, crewId: crew.id });
      }}
    >
      <strong>
        {crew.name} · {crew.van}
      </strong>
      <span>{crew.mechanicIds.map(nameOf).join(", ")}</span>
      <span className={styles.soft}>
        {crew.startsAt}–{crew.endsAt}, {t("visits", { count: crew.visits })}
      </span>
      {crew.breaches.map((breach) => (
        <span key={breach.kind + breach.detail} className={styles.wrong}>
          {text(breach)}
        </span>
      ))}
    </button>
  );
};
