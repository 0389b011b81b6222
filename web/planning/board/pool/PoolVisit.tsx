import { Checkbox } from "@mantine/core";
import { memo } from "react";
import type { PlanVisit } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useDuration, useVisitNames } from "../../visitNames.ts";
import { useReasonText } from "../side/useReasonText.ts";
import { useBoard, useMarks } from "../store/useBoard.ts";
import { useVisitButton } from "../timeline/useVisitButton.ts";
import { poolWords } from "../words/pool.ts";
import styles from "./pool.module.css";

/** A visit that waits: who, where, how long, and why it has no place. */
export const PoolVisit = memo(({ visit, isFirst }: { visit: PlanVisit; isFirst: boolean }) => {
  const t = useWords(poolWords);
  const names = useVisitNames();
  const duration = useDuration();
  const text = useReasonText();
  const { marks } = useBoard();
  const button = useVisitButton(visit, undefined, isFirst);
  const isSelected = useMarks(({ selected }) => selected.has(visit.id));
  const breach = visit.breaches.find(({ rule }) => rule !== "must_do");
  const wish = visit.wishedPart && t("wished", { part: names("part", visit.wishedPart) });
  const isHopeless = breach && text.isHopeless(breach);
  const why = [wish, breach && text.noPlace(breach)].filter(Boolean).join(" · ");
  return (
    <div className={styles.item}>
      <Checkbox
        size="xs"
        aria-label={t("choose", { customer: visit.customerName })}
        checked={isSelected}
        onChange={() => marks.toggle(visit.id)}
      />
      <button {...button} className={styles.visit}>
        <span className={styles.line}>
          <span className={styles.name}>{visit.customerName}</span>
          {visit.mustDo && <span className={styles.must}>{t("must")}</span>}
        </span>
        <span className={styles.meta}>
          {[visit.place, duration(visit.minutes), names("kind", visit.kind)].filter(Boolean).join(" · ")}
        </span>
        <span className={styles.why} data-hopeless={isHopeless || undefined} title={why || undefined}>
          {why}
        </span>
      </button>
    </div>
  );
});
