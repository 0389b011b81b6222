import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import styles from "./DocumentList.module.css";
import { tellProblem } from "./tell.ts";

export interface PaperOnList {
  key: string;
  name: string;
  /** Beside the name, such as a day or an amount. */
  note?: ReactNode;
  save: () => Promise<void> | void;
}

/** Papers that can be saved, each with one button. */
export const DocumentList = ({ papers }: { papers: readonly PaperOnList[] }) => {
  const [saving, setSaving] = useState<string>();
  const run = async ({ key, save }: PaperOnList) => {
    setSaving(key);
    try {
      await save();
    } catch (error) {
      tellProblem(error);
    }
    setSaving(undefined);
  };
  return (
    <ul className={styles.list}>
      {papers.map((paper) => (
        <li key={paper.key}>
          <button
            type="button"
            className={styles.paper}
            disabled={saving === paper.key}
            onClick={() => void run(paper)}
          >
            <IconDownload size={18} stroke={1.6} aria-hidden="true" />
            <span className={styles.name}>{paper.name}</span>
            {paper.note && <span className={styles.note}>{paper.note}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
};
