import { UnstyledButton } from "@mantine/core";
import type { PlanVisit } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { usePlaceText } from "../side/usePlaceText.ts";
import { useBoard } from "../store/useBoard.ts";
import { poolWords } from "../words/pool.ts";
import styles from "./pool.module.css";

const most = 12;

/** Visits on the board that are searched for as well, each a click away in whichever row and day it stands. */
export const FoundOnBoard = ({ visits }: { visits: readonly PlanVisit[] }) => {
  const t = useWords(poolWords);
  const place = usePlaceText();
  const { show } = useBoard();
  if (visits.length === 0) return null;
  return (
    <section className={styles.found} aria-label={t("onBoard")}>
      <h3>
        {t("onBoard")} <span>{visits.length}</span>
      </h3>
      <ul>
        {visits.slice(0, most).map((visit) => (
          <li key={visit.id}>
            <UnstyledButton className={styles.foundVisit} onClick={() => show(visit.id)}>
              <span className={styles.name}>{visit.customerName}</span>
              <span className={styles.meta}>{place(visit.at)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {visits.length > most && <p>{t("moreFound", { count: visits.length - most })}</p>}
    </section>
  );
};
