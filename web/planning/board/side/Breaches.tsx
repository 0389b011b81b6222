import type { RuleBreach } from "#planning/contract";
import { Go } from "../../../ui/Go.tsx";
import { useFormats } from "../../../words/format.ts";
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

const Who = ({
  name,
  at,
  onShow,
}: {
  name: string | undefined;
  at: string | undefined;
  onShow: (id: string) => void;
}) => (
  <>
    {at ? (
      <button type="button" className="cc-link-button" onClick={() => onShow(at)}>
        {name}
      </button>
    ) : (
      <strong>{name}</strong>
    )}
    {": "}
  </>
);

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
  const { day } = useFormats();
  const { store, askPlace, show, mayPlan } = useBoard();
  if (breaches.length === 0) return null;
  /** A breach of a crew's day is seen where its first visit stands. */
  const whoOf = ({ visitId, crewId }: RuleBreach) => {
    const { visits, days } = store.get();
    const crew = days.get(crewId ?? "");
    return {
      name: visitId
        ? visits.get(visitId)?.customerName
        : crew && t("crewOn", { crew: crew.name, day: day(crew.on) }),
      at: visitId ?? crew?.visitIds[0],
    };
  };
  return (
    <ul className={styles.breaches} data-soft={isUnplanned || undefined}>
      {breaches.map((breach) => (
        <li key={[breach.rule, breach.visitId, breach.crewId, breach.detail].join()}>
          <span>
            {!isUnplanned && <Who {...whoOf(breach)} onShow={show} />}
            {isUnplanned ? text.noPlace(breach) : text.breach(breach)}
          </span>
          <span className={styles.fixes}>
            {breach.visitId && mayPlan && (
              <button type="button" className="cc-link-button" onClick={() => askPlace(breach.visitId!)}>
                {t("fixMove")}
              </button>
            )}
            {isOfPeople(breach) && (
              <Go to={`/planning/means?tab=crews&week=${store.get().plan.from}`}>{t("fixPeople")}</Go>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};
