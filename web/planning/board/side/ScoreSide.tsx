import { useMemo } from "react";
import { useWords } from "../../../words/words.ts";
import { CrewChanges } from "../crew/CrewChanges.tsx";
import { allBreaches } from "../store/breaches.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";
import { sideWords } from "../words/side.ts";
import { Breaches } from "./Breaches.tsx";
import { ScoreFacts } from "./ScoreFacts.tsx";
import styles from "./side.module.css";
import { Terms } from "./Terms.tsx";
import { termsOf } from "./termsOf.ts";

/** What the plan is worth, part by part, and what is not right about it. */
export const ScoreSide = () => {
  const t = useWords(sideWords);
  const { store } = useBoard();
  const score = useBoardValue((state) => state.score);
  const terms = useMemo(() => score && termsOf(store.get()), [score, store]);
  const breaches = useMemo(() => score && allBreaches(store.get()), [score, store]);
  return (
    <div className={styles.part}>
      <ScoreFacts score={score} />
      <CrewChanges />
      <section>
        <h3 className={styles.title}>{t("parts")}</h3>
        <Terms terms={terms} isSum />
      </section>
      <section>
        <h3 className={styles.title}>{t("breaches", { count: breaches.length })}</h3>
        {breaches.length === 0 && <p className={styles.soft}>{t("noBreaches")}</p>}
        <Breaches breaches={breaches} />
      </section>
    </div>
  );
};
