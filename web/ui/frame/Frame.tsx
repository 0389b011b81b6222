import { useLocalStorage } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useWords } from "../../words/words.ts";
import { useGo } from "../Go.tsx";
import { KeyHelp } from "../KeyHelp.tsx";
import { useKeys } from "../keys.ts";
import styles from "./Frame.module.css";
import type { NavItem } from "./nav.ts";
import { PhoneBar } from "./PhoneBar.tsx";
import { Rail } from "./Rail.tsx";
import { frameWords } from "./words.ts";

export interface FrameProps {
  nav: readonly NavItem[];
  /** On top of the rail: the entity switch, or whose portal this is. */
  top: ReactNode;
  /** At the foot of the rail: the user menu. */
  user: ReactNode;
  /** Opens the command palette; without it there is no search button. */
  onSearch?: () => void;
  children: ReactNode;
}

/** The frame around the office's and partners' pages: a rail on the left, on a phone a bar at the bottom. */
export const Frame = ({ nav, top, user, onSearch, children }: FrameProps) => {
  const t = useWords(frameWords);
  const go = useGo();
  const [isNarrow, setNarrow] = useLocalStorage({
    key: "rail-narrow",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const letters = nav.filter((item) => item.letter);
  useKeys(t("general"), [
    { key: "[", label: isNarrow ? t("expand") : t("collapse"), run: () => setNarrow(!isNarrow) },
    ...letters.map((item) => ({ key: `g ${item.letter}`, label: item.label, run: () => go(item.to) })),
  ]);
  return (
    <div className={styles.frame} data-narrow={isNarrow || undefined}>
      <a href="#content" className="skip-link">
        {t("skip")}
      </a>
      <Rail
        nav={nav}
        top={top}
        user={user}
        onSearch={onSearch}
        isNarrow={isNarrow}
        onNarrow={() => setNarrow(!isNarrow)}
      />
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      <PhoneBar nav={nav} top={top} user={user} onSearch={onSearch} />
      <KeyHelp />
    </div>
  );
};
