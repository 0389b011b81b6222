import type { PlanPlace, PlanVisit } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useVisitNames } from "../../visitNames.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./dialogs.module.css";

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
