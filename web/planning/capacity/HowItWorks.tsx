import type { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "./capacity.module.css";
import { capacityWords } from "./words.ts";

type Capacity = OutputOf<typeof planning.capacity>;

/** What the figures are made from, and which chances were used. */
export const HowItWorks = ({ chances, method }: Pick<Capacity, "chances" | "method">) => {
  const t = useWords(capacityWords);
  const { percent } = useFormats();
  return (
    <details className={styles.how}>
      <summary>{t("how")}</summary>
      <p>{t("howBooked", { minutes: String(method.travelPerVisit) })}</p>
      <p>{t("howCrews")}</p>
      <p>{t("howQuotes")}</p>
      <p>{t("howExpected", { weeks: method.weeksKnown })}</p>
      <table className={styles.table}>
        <caption className={styles.soft} style={{ textAlign: "start" }}>
          {t("chances")}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("statusName")}</th>
            <th scope="col">{t("ageName")}</th>
            <th scope="col">{t("chanceName")}</th>
            <th scope="col">{t("seen")}</th>
          </tr>
        </thead>
        <tbody>
          {chances.map(({ status, age, chance, decided, won, isFallback }) => (
            <tr key={status + age}>
              <td>{t(`status.${status as "quote_sent"}`)}</td>
              <td>{t(`age.${age}`)}</td>
              <td className="tabular">{percent(Math.round(chance * 100) * 100)}</td>
              <td className="tabular">
                {t("seenOf", { won: String(won), decided: String(decided) })}
                {isFallback && ` (${t("believed")})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
