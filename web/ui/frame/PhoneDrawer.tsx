import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../../words/words.ts";
import styles from "./Frame.module.css";
import type { NavItem } from "./nav.ts";
import { NavLink } from "./Rail.tsx";
import { frameWords } from "./words.ts";

interface PhoneDrawerProps {
  nav: readonly NavItem[];
  top: ReactNode;
  user: ReactNode;
  onClose: () => void;
}

/** On a phone: every place, whose work is shown, and the person. */
export const PhoneDrawer = ({ nav, top, user, onClose }: PhoneDrawerProps) => {
  const t = useWords(frameWords);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t("navigation")}
      classNames={{ content: styles.sheet ?? "" }}
    >
      <div className={styles.drawer}>
        {top}
        <ul className={styles.drawerItems}>
          {nav.map((item) => (
            <li key={item.to}>
              <NavLink item={item} onGo={onClose} />
            </li>
          ))}
        </ul>
        {user}
      </div>
    </Drawer>
  );
};
