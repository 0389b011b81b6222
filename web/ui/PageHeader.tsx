import type { ReactNode } from "react";
import { Go } from "./Go.tsx";
import styles from "./PageHeader.module.css";

export interface PageHeaderProps {
  title: ReactNode;
  /** Where this page belongs, as a way back. */
  parent?: { label: string; to: string };
  /** Beside the title: number, status. */
  badge?: ReactNode;
  /** Under the title: one line that places the record. */
  detail?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
  /** Tabs or filters on the lower edge. */
  children?: ReactNode;
}

/** The head of a page: identity, status and the next move. */
export const PageHeader = ({ title, parent, badge, detail, actions, children }: PageHeaderProps) => (
  <header className={styles.header}>
    <div className={styles.row}>
      <div className={styles.identity}>
        <div className={styles.line}>
          {parent && (
            <>
              <Go to={parent.to} className={styles.parent}>
                {parent.label}
              </Go>
              <span className={styles.slash} aria-hidden="true">
                /
              </span>
            </>
          )}
          <h1 className={styles.title}>{title}</h1>
          {badge}
        </div>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {actions && (
        <div className={styles.actions} data-print="no">
          {actions}
        </div>
      )}
    </div>
    {children}
  </header>
);
