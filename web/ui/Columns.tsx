import type { ReactNode } from "react";
import styles from "./Columns.module.css";

/** The body of a record page: the content on the left, people, place and money on the right; one column on a phone. */
export const Columns = ({ children, side }: { children: ReactNode; side?: ReactNode }) => (
  <div className={styles.columns} data-side={side ? "true" : undefined}>
    <div className={styles.part}>{children}</div>
    {side && <aside className={styles.part}>{side}</aside>}
  </div>
);
