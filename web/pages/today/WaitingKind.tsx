import { useId } from "react";
import { ExceptionCard } from "../../orders/ExceptionCard.tsx";
import type { ExceptionRow } from "../../orders/exceptionSense.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../TodayPage.module.css";
import { todayWords } from "./words.ts";

interface WaitingKindProps {
  name: string;
  count: number;
  first: readonly ExceptionRow[];
  onAll: () => void;
}

/** One kind of what waits: how many there are, the worst of them, and the way to all. */
export const WaitingKind = ({ name, count, first, onAll }: WaitingKindProps) => {
  const t = useWords(todayWords);
  const { number } = useFormats();
  const id = useId();
  return (
    <section className={styles.kind} aria-labelledby={id}>
      <div className={styles.kindHead}>
        <h3 id={id} className={styles.kindName}>
          {name} <span className={styles.kindCount}>{number(count)}</span>
        </h3>
        {count > first.length && (
          <button
            type="button"
            className="cc-link-button"
            onClick={onAll}
            aria-label={`${t("all", { count })}: ${name}`}
          >
            {t("all", { count })}
          </button>
        )}
      </div>
      <ul className={styles.cards}>
        {first.map((exception) => (
          <ExceptionCard key={exception.id} exception={exception} underKind />
        ))}
      </ul>
    </section>
  );
};
