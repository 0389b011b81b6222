import { Go } from "./Go.tsx";
import styles from "./PageTabs.module.css";

export interface PageTabsProps {
  label: string;
  current: string;
  tabs: readonly { value: string; label: string; to: string; count?: number }[];
}

/** Tabs that are pages: each has an address, so that it can be shared and gone back to. */
export const PageTabs = ({ label, current, tabs }: PageTabsProps) => (
  <nav className={styles.tabs} aria-label={label}>
    {tabs.map((tab) => (
      <Go
        key={tab.value}
        to={tab.to}
        className={styles.tab}
        data-chosen={tab.value === current || undefined}
        aria-current={tab.value === current ? "page" : undefined}
      >
        {tab.label}
        {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
      </Go>
    ))}
  </nav>
);
