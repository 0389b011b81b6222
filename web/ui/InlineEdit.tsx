import { type ReactNode, useEffect, useRef, useState } from "react";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import styles from "./InlineEdit.module.css";

export interface InlineEditProps {
  /** What the value is called. */
  label: string;
  /** The value as it is shown; nothing shows a dash. */
  shown: ReactNode;
  /** The field that changes it; calls `done` when it is ready. Escape leaves everything as it was. */
  input: (done: () => void) => ReactNode;
}

/** A value that turns into its field when somebody clicks it or presses Enter on it. */
export const InlineEdit = ({ label, shown, input }: InlineEditProps) => {
  const t = useWords(commonWords);
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, [isOpen]);
  if (isOpen)
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the Escape of the field inside
      <div ref={box} onKeyDown={(event) => event.key === "Escape" && setOpen(false)}>
        {input(() => setOpen(false))}
      </div>
    );
  return (
    <button type="button" className={styles.value} title={t("edit")} onClick={() => setOpen(true)}>
      {shown ?? <span className={styles.none}>–</span>}
      <span className="visually-hidden">
        {t("edit")}: {label}
      </span>
    </button>
  );
};
