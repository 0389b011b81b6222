import type { ReactNode } from "react";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import styles from "./PropertyList.module.css";

export interface Property {
  label: string;
  /** Nothing (or `null`) shows that it was not filled in. */
  value: ReactNode;
}

/** The facts of a record: label left, value right. */
export const PropertyList = ({ properties }: { properties: readonly Property[] }) => {
  const t = useWords(commonWords);
  return (
    <dl className={styles.list}>
      {properties.map(({ label, value }) => (
        <div key={label} className={styles.property}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {value ?? (
              <span className={styles.none}>
                <span aria-hidden="true">–</span>
                <span className="visually-hidden">{t("noValue")}</span>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
