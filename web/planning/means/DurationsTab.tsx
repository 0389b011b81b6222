import { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { useQuery } from "../../api/queries.ts";
import { PropertyList } from "../../ui/PropertyList.tsx";
import { Section } from "../../ui/Section.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useDuration, useVisitNames } from "../visitNames.ts";
import { durationWords } from "./durationWords.ts";
import styles from "./means.module.css";

type Durations = OutputOf<typeof planning.durations>;
type Learned = NonNullable<Durations["learned"]>;

/** Why the one or the other is used, in a sentence. */
const useWhy = ({ visits, ruleError, modelError, isUsed }: Learned, fewest: number) => {
  const t = useWords(durationWords);
  const { percent, number } = useFormats();
  if (visits < fewest) return t("whyFew", { visits: number(visits), fewest: number(fewest) });
  if (!isUsed) return t("whyWorse");
  return t("whyBetter", { share: percent(Math.round((1 - modelError / ruleError) * 100) * 100) });
};

const TestSection = ({ learned, fewest }: { learned: Learned; fewest: number }) => {
  const t = useWords(durationWords);
  const { number, ago } = useFormats();
  const error = (minutes: number) =>
    learned.visits < fewest ? null : t("minutes", { minutes: number(minutes, 1) });
  return (
    <Section title={t("test")}>
      <p className={styles.soft}>{t("testText")}</p>
      <PropertyList
        properties={[
          { label: t("inUse"), value: learned.isUsed ? t("useLearned") : t("useRule") },
          { label: t("why"), value: useWhy(learned, fewest) },
          { label: t("ruleError"), value: error(learned.ruleError) },
          { label: t("modelError"), value: error(learned.modelError) },
          { label: t("visits"), value: number(learned.visits) },
          { label: t("judged"), value: ago(learned.madeAt) },
        ]}
      />
    </Section>
  );
};

const KindSection = ({ kinds }: Pick<Durations, "kinds">) => {
  const t = useWords(durationWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { number, percent } = useFormats();
  return (
    <Section title={t("byKind")}>
      <p className={styles.soft}>{t("byKindText")}</p>
      <div className={styles.wideTable} tabIndex={0} role="region" aria-label={t("byKind")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("kind")}</th>
              {(["count", "planned", "byRule", "byLearned", "actual", "asPlanned"] as const).map((head) => (
                <th key={head} scope="col" className={styles.figure}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((row) => (
              <tr key={row.kind}>
                <th scope="row">{names("kind", row.kind)}</th>
                <td className={styles.figure}>{number(row.visits)}</td>
                <td className={styles.figure}>{duration(row.plannedMinutes)}</td>
                <td className={styles.figure}>{duration(row.ruleMinutes)}</td>
                <td className={styles.figure}>
                  {row.learnedMinutes === null ? "–" : duration(row.learnedMinutes)}
                </td>
                <td className={styles.figure}>{duration(row.actualMinutes)}</td>
                <td className={styles.figure}>{percent(row.asPlanned * 100)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};

/** How long work takes: what the rule says, what was learned, which of the two planning uses and why, and what visits really took. */
export const DurationsTab = () => {
  const t = useWords(durationWords);
  const { data, error, refetch } = useQuery(planning.durations, {});
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonLines />;
  const { learned, kinds, fewest } = data;
  if (!learned && kinds.length === 0)
    return <EmptyState title={t("none")} text={`${t("rule")} ${t("noneText")}`} />;
  return (
    <div className={styles.narrow}>
      <p>{t(learned?.isUsed ? "learned" : "rule")}</p>
      {learned && <TestSection learned={learned} fewest={fewest} />}
      {kinds.length > 0 && <KindSection kinds={kinds} />}
    </div>
  );
};
