import { orders } from "#orders/contract";
import { useQuery } from "../../api/queries.ts";
import { phases, useOrderNames } from "../../orders/status.ts";
import { useEntityCode } from "../../ui/entity.ts";
import { Go } from "../../ui/Go.tsx";
import { Section } from "../../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../TodayPage.module.css";
import { todayWords } from "./words.ts";

const Figure = ({
  label,
  count,
  to,
  tone,
}: {
  label: string;
  count: number;
  to: string;
  tone?: "danger";
}) => {
  const t = useWords(todayWords);
  const { number } = useFormats();
  return (
    <Go to={to} className={styles.figure} data-tone={count > 0 ? tone : undefined}>
      <span className={styles.figureLabel}>{label}</span>
      <span className={styles.count}>{count >= 999 ? t("many") : number(count)}</span>
    </Go>
  );
};

/** How everything stands: the share that went by itself, and orders by status. */
export const Numbers = () => {
  const t = useWords(todayWords);
  const names = useOrderNames();
  const { percent } = useFormats();
  const businessEntity = useEntityCode();
  const today = useQuery(orders.today, businessEntity ? { businessEntity } : {}, { live: ["*"], keep: true });
  if (today.error) return <ErrorState error={today.error} retry={() => void today.refetch()} />;
  const { data } = today;
  if (!data) return <SkeletonLines lines={8} />;
  const countOf = (status: string) => data.statuses.find((each) => each.status === status)?.count ?? 0;
  const { steps, withoutStaff } = data.automation;
  const share = steps > 0 ? withoutStaff / steps : 0;
  return (
    <>
      <Section title={t("automation")}>
        <p className={styles.share}>{steps > 0 ? percent(Math.round(share * 100) * 100) : "–"}</p>
        <div className={styles.bar} aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </div>
        <p className={styles.explain}>
          {steps > 0 ? t("automationText", { without: withoutStaff, steps }) : t("noSteps")}
        </p>
      </Section>
      <Section title={t("numbers")} flush>
        <Figure label={t("overdue")} count={data.overdue} to="/orders?overdue=true" tone="danger" />
        <Figure label={t("onHold")} count={countOf("on_hold")} to="/orders?status=on_hold" />
        {phases
          .filter(({ name }) => name !== "completed")
          .map((phase) => (
            <div key={phase.name} className={styles.phase}>
              <h3 className={styles.phaseName}>{names("phase", phase.name)}</h3>
              {phase.statuses.map((status) => (
                <Figure
                  key={status}
                  label={names("status", status)}
                  count={countOf(status)}
                  to={`/orders?status=${status}`}
                />
              ))}
            </div>
          ))}
      </Section>
    </>
  );
};
