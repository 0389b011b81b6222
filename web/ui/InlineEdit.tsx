import { type ReactNode, useEffect, useId, useState } from "react";
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
  const [state, setState] = useState<"shown" | "open" | "left">("shown");
  const id = useId();
  useEffect(() => {
    const place = document.getElementById(id);
    if (state === "open") place?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    if (state !== "left") return;
    // A moment later: the Enter that closed it would press the value that has the focus by then.
    const timer = setTimeout(() => place?.focus());
    return () => clearTimeout(timer);
  }, [state, id]);
  /** Who closes it from inside finds the focus on the value again; who went elsewhere stays there. */
  const close = () =>
    setState(document.getElementById(id)?.contains(document.activeElement) ? "left" : "shown");
  if (state === "open")
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the Escape of the field inside
      <div id={id} onKeyDown={(event) => event.key === "Escape" && close()}>
        {input(close)}
      </div>
    );
  return (
    <button id={id} type="button" className={styles.value} title={t("edit")} onClick={() => setState("open")}>
      {shown ?? <span className={styles.none}>–</span>}
      <span className="visually-hidden">
        {t("edit")}: {label}
      </span>
    </button>
  );
};
