import type { ReactNode } from "react";
import styles from "../means/means.module.css";
import own from "./whatIf.module.css";

/** A button, and beside it what is missing while it waits. */
export const WithReason = ({ reason, children }: { reason: ReactNode; children: ReactNode }) => (
  <div className={own.withReason}>
    {children}
    {reason && <span className={styles.soft}>{reason}</span>}
  </div>
);
