import { Select } from "@mantine/core";
import { type PlanBoard, type PlanPlace, type PlanRow, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { ErrorState, SkeletonLines } from "../../../ui/states.tsx";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import styles from "../dialogs/dialogs.module.css";
import { useScoreFacts } from "../side/ScoreFacts.tsx";
import { termsOf } from "../side/termsOf.ts";
import { useReasonText } from "../side/useReasonText.ts";
import { clockOf } from "../timeline/useVisitText.ts";
import { dialogWords } from "../words/dialogs.ts";
import { usePlanName } from "./usePlanName.ts";

const isElsewhere = (a: PlanPlace | null, b: PlanPlace | null | undefined) =>
  a?.crewId !== b?.crewId || a?.part !== b?.part || a?.isPinned !== b?.isPinned;

/** Visits that stand elsewhere in the other plan. */
export const differences = (one: Pick<PlanBoard, "visits">, other: Pick<PlanBoard, "visits">) => {
  const there = new Map(other.visits.map((visit) => [visit.id, visit]));
  return one.visits.flatMap((visit) => {
    const at = there.get(visit.id)?.at ?? null;
    return isElsewhere(visit.at, at) ? [{ visit, here: visit.at, there: at }] : [];
  });
};

const Scores = ({ one, other }: { one: PlanBoard; other: PlanBoard }) => {
  const t = useWords(dialogWords);
  const facts = useScoreFacts();
  const nameOf = usePlanName();
  const text = useReasonText();
  const theirs = facts(other.score);
  const otherTerms = new Map(termsOf(other).map(({ term, cost }) => [term, cost]));
  const terms = termsOf(one);
  const onlyThere = termsOf(other).filter(({ term }) => !terms.some((mine) => mine.term === term));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("plans.part")}</th>
          <th scope="col">{nameOf(one)}</th>
          <th scope="col">{nameOf(other)}</th>
        </tr>
      </thead>
      <tbody>
        {facts(one.score).map(({ label, value }, index) => (
          <tr key={label}>
            <td>{label}</td>
            <td>{value}</td>
            <td>{theirs[index]?.value}</td>
          </tr>
        ))}
        {[...terms, ...onlyThere.map(({ term }) => ({ term, cost: 0 }))].map(({ term, cost }) => (
          <tr key={term}>
            <td>{text.kind(term)}</td>
            <td>{text.points(cost)}</td>
            <td>{text.points(otherTerms.get(term) ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Differences = ({ one, other }: { one: PlanBoard; other: PlanBoard }) => {
  const t = useWords(dialogWords);
  const { day } = useFormats();
  const rows = differences(one, other);
  const crews = new Map([...one.days, ...other.days].map(({ crewId, name }) => [crewId, name]));
  const place = (at: PlanPlace | null) =>
    at ? `${day(at.on)} ${clockOf(at.start)} ${crews.get(at.crewId) ?? ""}` : "–";
  return (
    <>
      <h3 className={styles.subtitle}>{t("plans.differs", { count: rows.length })}</h3>
      <div
        className={styles.scroll}
        role="region"
        tabIndex={0}
        aria-label={t("plans.differs", { count: rows.length })}
      >
        <table className={styles.table}>
          <tbody>
            {rows.map(({ visit, here, there }) => (
              <tr key={visit.id}>
                <td>{visit.customerName}</td>
                <td>{place(here)}</td>
                <td>{place(there)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

interface ComparePlansProps {
  open: PlanRow;
  rows: readonly PlanRow[];
  otherId: string | null;
  onOther: (planId: string | null) => void;
}

/** Two plans beside each other: the parts of their scores, and the visits that stand differently. */
export const ComparePlans = ({ open, rows, otherId, onOther }: ComparePlansProps) => {
  const t = useWords(dialogWords);
  const nameOf = usePlanName();
  const one = useQuery(planning.plan, { planId: open.id }, { when: otherId !== null, fresh: 0 });
  const other = useQuery(planning.plan, { planId: otherId ?? "" }, { when: otherId !== null, fresh: 0 });
  const error = one.error ?? other.error;
  return (
    <section className={styles.part}>
      <Select
        label={t("plans.compare")}
        clearable
        data={rows.filter(({ id }) => id !== open.id).map((row) => ({ value: row.id, label: nameOf(row) }))}
        value={otherId}
        onChange={onOther}
      />
      {otherId === null && <p className={styles.soft}>{t("plans.nobody")}</p>}
      {error && <ErrorState error={error} />}
      {otherId !== null && !error && (!one.data || !other.data) && <SkeletonLines lines={6} />}
      {otherId !== null && one.data && other.data && (
        <>
          <Scores one={one.data} other={other.data} />
          <Differences one={one.data} other={other.data} />
        </>
      )}
    </section>
  );
};
