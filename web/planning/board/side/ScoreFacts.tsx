import type { PlanScore } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useDuration } from "../../visitNames.ts";
import { sideWords } from "../words/side.ts";
import styles from "./side.module.css";

/** The figures of a plan's score. */
export const useScoreFacts = () => {
  const t = useWords(sideWords);
  const duration = useDuration();
  const { number } = useFormats();
  const minutes = (value: number) => duration(value) || "0 min";
  return ({ planned, visits, priorityPlanned, priorityAll, ...score }: PlanScore) => [
    { label: t("scorePlanned"), value: t("outOf", { part: planned, whole: visits }) },
    { label: t("scorePriority"), value: t("outOf", { part: priorityPlanned, whole: priorityAll }) },
    { label: t("scoreTravel"), value: minutes(score.travelMinutes) },
    { label: t("scoreOvertime"), value: minutes(score.overtimeMinutes) },
    { label: t("scoreMoved"), value: number(score.moved) },
    { label: t("scoreCalls"), value: number(score.customersToCall) },
    { label: t("scoreCrews"), value: number(score.crewsChanged) },
    { label: t("scoreBreaches"), value: number(score.breaches) },
    { label: t("scoreTotal"), value: number(score.total / 20, 2) },
  ];
};

export const ScoreFacts = ({ score }: { score: PlanScore }) => {
  const facts = useScoreFacts();
  return (
    <dl className={styles.facts}>
      {facts(score).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
