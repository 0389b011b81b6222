import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { commonWords } from "../words/common.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./Overtaken.module.css";

const overtakenWords = words({
  nl: {
    overtaken: "Een collega wijzigde dit terwijl u typte. Er staat nu:",
    keepMine: "Mijn tekst bewaren",
  },
  en: { overtaken: "A colleague changed this while you typed. It now says:", keepMine: "Keep my text" },
});

interface OvertakenProps {
  /** What stands there now. */
  now: ReactNode;
  isSaving: boolean;
  onKeepMine: () => void;
  onCancel: () => void;
}

/** Below a field somebody else changed meanwhile: both texts stay in sight until one is chosen. */
export const Overtaken = ({ now, isSaving, onKeepMine, onCancel }: OvertakenProps) => {
  const t = useWords(overtakenWords);
  const tc = useWords(commonWords);
  return (
    <div role="alert" className={styles.overtaken}>
      <p>{t("overtaken")}</p>
      <blockquote>{now ?? "–"}</blockquote>
      <Button size="xs" loading={isSaving} onClick={onKeepMine}>
        {t("keepMine")}
      </Button>
      <Button size="xs" variant="default" onClick={onCancel}>
        {tc("cancel")}
      </Button>
    </div>
  );
};
