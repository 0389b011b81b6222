import { IconDots, IconSearch } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useWords } from "../../words/words.ts";
import styles from "./Frame.module.css";
import type { NavItem } from "./nav.ts";
import { PlaceLink } from "./PlaceLink.tsx";
import { frameWords } from "./words.ts";

const PhoneDrawer = lazy(() =>
  import("./PhoneDrawer.tsx").then((module) => ({ default: module.PhoneDrawer })),
);

interface PhoneBarProps {
  nav: readonly NavItem[];
  top: ReactNode;
  user: ReactNode;
  onSearch: (() => void) | undefined;
}

/** On a phone: the first places at thumb height, the rest in a drawer. */
export const PhoneBar = ({ nav, top, user, onSearch }: PhoneBarProps) => {
  const t = useWords(frameWords);
  const [isOpen, setOpen] = useState(false);
  const first = nav.slice(0, onSearch ? 3 : 4);
  return (
    <nav className={styles.bar} aria-label={t("navigation")} data-print="no">
      {first.map((item) => (
        <PlaceLink key={item.to} item={item} className={styles.tab}>
          <item.icon size={22} stroke={1.6} />
          <span>{item.label}</span>
          {item.count ? <span className={styles.tabCount}>{item.count}</span> : null}
        </PlaceLink>
      ))}
      {onSearch && (
        <button type="button" className={styles.tab} onClick={onSearch} aria-label={t("search")}>
          <IconSearch size={22} stroke={1.6} aria-hidden="true" />
          <span>{t("searchShort")}</span>
        </button>
      )}
      <button type="button" className={styles.tab} aria-expanded={isOpen} onClick={() => setOpen(true)}>
        <IconDots size={22} stroke={1.6} aria-hidden="true" />
        <span>{t("more")}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <PhoneDrawer nav={nav} top={top} user={user} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  );
};
