import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { planning, type WhatIfResult, type WhatIfView, type WhatIfVisit } from "#planning/contract";
import { useAction } from "../../api/useAction.ts";
import { Go } from "../../ui/Go.tsx";
import { SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { useDuration } from "../visitNames.ts";
import { weekNumber } from "../weekDays.ts";
import { useChangeText } from "./useChangeText.ts";
import { whatIfWords } from "./words.ts";

const counts = ["planned", "unplanned", "crewDays", "cost"] as const;
const lengths = ["workMinutes", "travelMinutes", "overtimeMinutes"] as const;

const Figures = ({ asIs, changed }: Pick<WhatIfResult, "asIs" | "changed">) => {
  const t = useWords(whatIfWords);
  const { number } = useFormats();
  const duration = useDuration();
  const lengthOf = (minutes: number) => (minutes === 0 ? "0" : duration(minutes));
  const signed = (value: number, text: (positive: number) => string) =>
    value === 0 ? "–" : `${value > 0 ? "+" : "−"}${text(Math.abs(value))}`;
  const rows = [
    ...counts.map((name) => ({ name, text: (value: number) => number(value) })),
    ...lengths.map((name) => ({ name, text: lengthOf })),
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("measure")}</th>
          <th scope="col">{t("asIs")}</th>
          <th scope="col">{t("changed")}</th>
          <th scope="col">{t("difference")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, text }) => (
          <tr key={name}>
            <td>{t(`figures.${name}`)}</td>
            <td className="tabular">{text(asIs[name])}</td>
            <td className="tabular">{text(changed[name])}</td>
            <td className="tabular">{signed(changed[name] - asIs[name], text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Visits = ({ visits }: { visits: readonly WhatIfVisit[] }) => {
  const t = useWords(whatIfWords);
  const { day } = useFormats();
  const duration = useDuration();
  if (visits.length === 0) return <p className={styles.soft}>{t("nobody")}</p>;
  return (
    <ul className={styles.papers}>
      {visits.map((visit) => (
        <li key={visit.id}>
          <Go to={`/orders/${visit.orderId}?at=visits`}>
            {visit.number} · {visit.customerName}
          </Go>
          <span className={styles.soft}>
            {[visit.place, duration(visit.minutes), day(visit.on), visit.isFirm && t("known")]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** One answer: both sides beside each other, and which visits win and lose. */
export const Answer = ({ answer, mayPlan }: { answer: WhatIfView; mayPlan: boolean }) => {
  const t = useWords(whatIfWords);
  const { day, moment } = useFormats();
  const text = useChangeText();
  const drop = useAction(planning.dropWhatIf, { onDone: () => tellDone(t("dropped")) });
  const { week, changes, status, result, madeBy, madeAt } = answer;
  return (
    <article>
      <h3 className={styles.subtitle}>
        {t("weekName", { number: String(weekNumber(week)), day: day(week) })}: {changes.map(text).join("; ")}
      </h3>
      <div className={styles.buttons}>
        <span className={styles.soft}>{t("by", { name: madeBy, moment: moment(madeAt) })}</span>
        {mayPlan && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={14} />}
            loading={drop.isRunning}
            onClick={() => drop.run({ whatIfId: answer.id })}
          >
            {t("drop")}
          </Button>
        )}
      </div>
      {status === "running" && (
        <>
          <p role="status">{t("running")}</p>
          <SkeletonLines lines={4} />
        </>
      )}
      {status === "failed" && <p role="alert">{t("failed")}</p>}
      {result && (
        <>
          <Figures asIs={result.asIs} changed={result.changed} />
          <div className={styles.sections}>
            <section>
              <h4 className={styles.subtitle}>{t("wins", { count: String(result.wins.length) })}</h4>
              <Visits visits={result.wins} />
            </section>
            <section>
              <h4 className={styles.subtitle}>{t("loses", { count: String(result.loses.length) })}</h4>
              <Visits visits={result.loses} />
            </section>
          </div>
        </>
      )}
    </article>
  );
};
