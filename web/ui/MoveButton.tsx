import { Button, type ButtonProps, Popover } from "@mantine/core";
import { IconCircleDashed, IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useWords, words } from "../words/words.ts";
import { Go } from "./Go.tsx";
import styles from "./MoveButton.module.css";

const moveWords = words({
  nl: { missing: "{count, plural, one {Eerst nog dit} other {Eerst nog deze # dingen}}", solve: "Oplossen" },
  en: {
    missing: "{count, plural, one {This comes first} other {These # things come first}}",
    solve: "Solve",
  },
});

export interface MoveButtonProps extends Pick<ButtonProps, "variant" | "size" | "color" | "leftSection"> {
  label: string;
  /** As the server gives it; without it (the status has no such move) nothing is drawn. */
  move: { can: boolean; missing: readonly string[] } | undefined;
  /** What a missing requirement is called, and where it can be put right. */
  explain: (missing: string) => { text: string; to?: string };
  onMove: () => void;
  isRunning?: boolean;
}

/** A button that knows: it makes the move, or says what is missing and leads to the place to fix it. */
export const MoveButton = ({ label, move, explain, onMove, isRunning = false, ...look }: MoveButtonProps) => {
  const t = useWords(moveWords);
  const [isOpen, setOpen] = useState(false);
  if (!move) return null;
  if (move.can)
    return (
      <Button {...look} onClick={onMove} loading={isRunning}>
        {label}
      </Button>
    );
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          {...look}
          variant="default"
          className={styles.waiting}
          leftSection={<IconLock size={15} stroke={1.7} />}
          aria-haspopup="dialog"
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <p className={styles.title}>{t("missing", { count: move.missing.length })}</p>
        <ul className={styles.list}>
          {move.missing.map((name) => {
            const { text, to } = explain(name);
            return (
              <li key={name} className={styles.item}>
                <IconCircleDashed size={16} stroke={1.7} aria-hidden="true" />
                <span className={styles.text}>{text}</span>
                {to && (
                  <Go to={to} className={styles.solve} onClick={() => setOpen(false)}>
                    {t("solve")}
                  </Go>
                )}
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
};
