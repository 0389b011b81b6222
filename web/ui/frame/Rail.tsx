import { ActionIcon, Kbd, Tooltip } from "@mantine/core";
import { IconLayoutSidebar, IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "../../words/words.ts";
import { paletteKeys } from "../shortcut.ts";
import styles from "./Frame.module.css";
import type { NavItem } from "./nav.ts";
import { PlaceLink } from "./PlaceLink.tsx";
import { frameWords } from "./words.ts";

interface RailProps {
  nav: readonly NavItem[];
  top: ReactNode;
  user: ReactNode;
  onSearch: (() => void) | undefined;
  isNarrow: boolean;
  onNarrow: () => void;
}

/** One place to go to, with how much waits there. */
export const NavLink = ({ item, onGo }: { item: NavItem; onGo?: () => void }) => (
  <PlaceLink item={item} className={styles.item} onGo={onGo}>
    <item.icon size={18} stroke={1.6} />
    <span className={styles.itemLabel}>{item.label}</span>
    {item.count ? <span className={styles.count}>{item.count}</span> : null}
  </PlaceLink>
);

/** The rail on the left: whose work, search, where to go, who is here. */
export const Rail = ({ nav, top, user, onSearch, isNarrow, onNarrow }: RailProps) => {
  const t = useWords(frameWords);
  const place = (item: NavItem) => (
    <li key={item.to}>
      <Tooltip label={item.label} position="right" disabled={!isNarrow}>
        <div>
          <NavLink item={item} />
        </div>
      </Tooltip>
    </li>
  );
  return (
    <nav className={styles.rail} aria-label={t("navigation")} data-print="no">
      <div className={styles.top}>{top}</div>
      {onSearch && (
        <button type="button" className={styles.search} onClick={onSearch} aria-label={t("search")}>
          <IconSearch size={16} stroke={1.8} aria-hidden="true" />
          <span className={styles.itemLabel}>{t("search")}</span>
          <Kbd className={styles.kbd}>{paletteKeys.join(" ")}</Kbd>
        </button>
      )}
      <ul className={styles.items}>{nav.filter(({ foot }) => !foot).map(place)}</ul>
      <ul className={styles.foot}>{nav.filter(({ foot }) => foot).map(place)}</ul>
      <div className={styles.user}>
        <div className={styles.userMenu}>{user}</div>
        <Tooltip label={isNarrow ? t("expand") : t("collapse")} position="right">
          <ActionIcon
            aria-label={isNarrow ? t("expand") : t("collapse")}
            onClick={onNarrow}
            c="var(--text-soft)"
          >
            <IconLayoutSidebar size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
};
