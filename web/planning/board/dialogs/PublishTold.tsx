import type { PlanPlace, PlanVisit } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useVisitNames } from "../../visitNames.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./dialogs.module.css";

/** So many names are in sight at once; more are folded. */
const unfolded = 10;

/** Customers who hear of their time for the first time, first day first. */
export const PublishToldNew = ({ visits }: { visits: readonly PlanVisit[] }) => {
  const t = useWords(dialogWords);
  const names = useVisitNames();
  const { day } = useFormats();
  const order = ({ at }: PlanVisit) => `${at?.on} ${String(at?.start ?? 0).padStart(4, "0")}`;
  const sorted = visits.toSorted((a, b) => order(a).localeCompare(order(b)));
  return (
    <details className={styles.fold} open={visits.length <= unfolded}>
      <summary>{t("publish.toldNew", { count: visits.length })}</summary>
      <ul className={styles.list} data-long>
        {sorted.map(({ id, customerName, at }) => (
          <li key={id}>
            {t("publish.tellNew", {
              customer: customerName,
              to: at ? `${day(at.on)} ${names("part", at.part)}` : t("publish.noTime"),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Customers whose known day or part of the day changes, with what it was and becomes. */
export const PublishTold = ({ visits }: { visits: readonly PlanVisit[] }) => {
  const t = useWords(dialogWords);
  const names = useVisitNames();
  const { day } = useFormats();
  const moment = (at: PlanPlace | null) =>
    at ? `${day(at.on)} ${names("part", at.part)}` : t("publish.noTime");
  return (
    <section>
      <h3 className={styles.subtitle}>
        {t("publish.told")} ({visits.length})
      </h3>
      <ul className={styles.list} data-long>
        {visits.map(({ id, customerName, at, inForce }) => (
          <li key={id}>
            {t("publish.tell", { customer: customerName, from: moment(inForce), to: moment(at) })}
          </li>
        ))}
      </ul>
    </section>
  );
};
