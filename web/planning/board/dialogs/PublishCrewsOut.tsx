import type { PlanVisit } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useBoardValue } from "../store/useBoard.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./dialogs.module.css";
import { leftByCrews } from "./publishFacts.ts";

/** Visits that go to the pool because their crew does not go out, crew by crew. */
export const PublishCrewsOut = ({ freed }: { freed: readonly PlanVisit[] }) => {
  const t = useWords(dialogWords);
  const { day } = useFormats();
  const plan = useBoardValue((state) => state.plan);
  const days = useBoardValue((state) => state.days);
  const left = leftByCrews({ plan, days }, freed);
  if (left.length === 0) return null;
  return (
    <section>
      <h3 className={styles.subtitle}>{t("publish.out", { count: left.length })}</h3>
      <ul className={styles.list} data-long>
        {left.map(({ crew: { id, name, on, why }, visits }) => (
          <li key={id}>
            {t("publish.outOf", {
              why,
              crew: name,
              day: day(on),
              count: visits.length,
              customers: visits.map(({ customerName }) => customerName).join(", "),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
};
