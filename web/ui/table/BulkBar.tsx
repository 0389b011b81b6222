import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../../words/words.ts";
import styles from "./DataTable.module.css";
import { tableWords } from "./words.ts";

/** What can be done with the selected rows, floating over the foot of the list. */
export const BulkBar = (props: { count: number; onClear: () => void; children: ReactNode }) => {
  const t = useWords(tableWords);
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t("selected", { count: props.count })}>
      <span className={styles.count} aria-live="polite">
        {t("selected", { count: props.count })}
      </span>
      {props.children}
      <CloseButton size="sm" aria-label={t("clearSelection")} onClick={props.onClear} />
    </div>
  );
};
