import type { RuleBreach } from "#planning/contract";
import { Go } from "../../../ui/Go.tsx";
import { useWords } from "../../../words/words.ts";
import { useBoard } from "../store/useBoard.ts";
import { reasonWords } from "../words/reasons.ts";
import styles from "./side.module.css";
import { useReasonText } from "./useReasonText.ts";

const ofPeople = new Set<RuleBreach["rule"]>([
  "skills",
  "shift",
  "max_jobs",
  "van_stock",
  "senior",
  "nobody",
  "once_a_day",
]);
const isOfPeople = ({ rule }: RuleBreach) => ofPeople.has(rule);

/** Broken rules as sentences, each with the place to mend it. */
export const Breaches = ({
  breaches,
  isUnplanned = false,
}: {
  breaches: readonly RuleBreach[];
  isUnplanned?: boolean;
}) => {
  const t = useWords(reasonWords);
  const text = useReasonText();
  const { store, askPlace, mayPlan } = useBoard();
  if (breaches.length === 0) return null;
  const who = (breach: RuleBreach) =>
    breach.visitId
      ? store.get().visits.get(breach.visitId)?.customerName
      : store.get().days.get(breach.crewId ?? "")?.name;
  return (
    <ul className={styles.breaches} data-soft={isUnplanned || undefined}>
      {breaches.map((breach) => (
        <li key={[breach.rule, breach.visitId, breach.crewId, breach.detail].join()}>
          <span>
            {!isUnplanned && <strong>{who(breach)}: </strong>}
            {isUnplanned ? text.noPlace(breach) : text.breach(breach)}
          </span>
          <span className={styles.fixes}>
            {breach.visitId && mayPlan && (
              <button type="button" className="cc-link-button" onClick={() => askPlace(breach.visitId!)}>
                {t("fixMove")}
              </button>
            )}
            {isOfPeople(breach) && <Go to="/planning/means?tab=crews">{t("fixPeople")}</Go>}
          </span>
        </li>
      ))}
    </ul>
  );
};
