import { useEffect, useRef } from "react";
import { Go } from "./Go.tsx";
import styles from "./PageTabs.module.css";

export interface PageTabsProps {
  label: string;
  current: string;
  tabs: readonly { value: string; label: string; to: string; count?: number }[];
}

/** Tabs that are pages: each has an address, so that it can be shared and gone back to. */
export const PageTabs = ({ label, current, tabs }: PageTabsProps) => {
  const row = useRef<HTMLElement>(null);
  // On a phone they do not all fit; the row scrolls so that one sees where one is, and the page stays as it is.
  useEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>(`[data-tab="${current}"]`);
    if (!row.current || !chosen) return;
    const { offsetLeft, offsetWidth } = chosen;
    row.current.scrollTo({ left: offsetLeft - (row.current.clientWidth - offsetWidth) / 2 });
  }, [current]);
  return (
    <nav ref={row} className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Go
          key={tab.value}
          to={tab.to}
          className={styles.tab}
          data-tab={tab.value}
          data-chosen={tab.value === current || undefined}
          aria-current={tab.value === current ? "page" : undefined}
        >
          {tab.label}
          {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
        </Go>
      ))}
    </nav>
  );
};
