import type { ReactNode } from "react";
import styles from "./Section.module.css";

export interface SectionProps {
  title: string;
  /** Beside the title, such as a count. */
  note?: ReactNode;
  actions?: ReactNode;
  /** Without padding, for tables and lists that bring their own rows. */
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export const Section = ({ title, note, actions, flush = false, children }: SectionProps) => (
  <section className={styles.section}>
    <div className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
    <div className={flush ? styles.flush : styles.body}>{children}</div>
  </section>
);
