import { Divider, Popover } from "@mantine/core";
import { IconLogout, IconShieldLock } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useWords } from "../../words/words.ts";
import styles from "./Frame.module.css";
import { frameWords } from "./words.ts";

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => part[0])
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join("");

/** The person's initials in a circle. */
export const Initials = ({ name }: { name: string }) => (
  <span className={styles.initials} aria-hidden="true">
    {initialsOf(name) || name.slice(0, 1).toUpperCase()}
  </span>
);

const UserChoices = lazy(() =>
  import("./UserChoices.tsx").then((module) => ({ default: module.UserChoices })),
);

interface UserMenuProps {
  name: string;
  detail?: string | null;
  onSecurity: () => void;
  onSignOut: () => void;
}

/** Who is here; how it looks, which language, and the way out. */
export const UserMenu = ({ name, detail, onSecurity, onSignOut }: UserMenuProps) => {
  const t = useWords(frameWords);
  const [isOpen, setOpen] = useState(false);
  // The dialog that opens would lie under the menu.
  const openSecurity = () => {
    setOpen(false);
    onSecurity();
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width={248} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.switch}
          aria-label={`${t("account")}: ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          <Initials name={name} />
          <span className={styles.itemLabel}>{name}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t("account")}>
        <div className={styles.who}>
          <strong>{name}</strong>
          {detail && <span>{detail}</span>}
        </div>
        <Divider my={4} />
        <Suspense fallback={<div className={styles.choicesWaiting} />}>
          <UserChoices />
        </Suspense>
        <Divider my={4} />
        <button type="button" className={styles.leave} onClick={openSecurity}>
          <IconShieldLock size={16} stroke={1.7} aria-hidden="true" />
          {t("security")}
        </button>
        <button type="button" className={styles.leave} onClick={onSignOut}>
          <IconLogout size={16} stroke={1.7} aria-hidden="true" />
          {t("signOut")}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
};
