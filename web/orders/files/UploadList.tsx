import { Button, Progress } from "@mantine/core";
import { commonWords } from "../../words/common.ts";
import { useFormats } from "../../words/format.ts";
import { useSentence } from "../../words/problems.ts";
import { useWords } from "../../words/words.ts";
import { fileWords } from "./fileWords.ts";
import styles from "./OrderFiles.module.css";
import { canRetry, type Uploading } from "./useUploads.ts";

const UploadRow = ({
  upload,
  onDrop,
  onRetry,
}: {
  upload: Uploading;
  onDrop: () => void;
  onRetry: () => void;
}) => {
  const t = useWords(fileWords);
  const tc = useWords(commonWords);
  const sentence = useSentence();
  const { percent, fileSize } = useFormats();
  const { file, part, problem } = upload;
  return (
    <li className={styles.upload}>
      <span className={styles.uploadName}>{file.name}</span>
      <span className={styles.soft}>{fileSize(file.size)}</span>
      {problem ? (
        <>
          <p className={styles.problem} role="alert">
            {sentence(problem)}
          </p>
          {canRetry(problem) && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {tc("retry")}
            </Button>
          )}
          <Button size="xs" variant="subtle" onClick={onDrop}>
            {t("drops")}
          </Button>
        </>
      ) : (
        <div className={styles.progress}>
          <Progress
            value={part * 100}
            size="sm"
            aria-label={t("sending", { name: file.name, part: percent(Math.round(part * 100) * 100) })}
          />
          {part === 1 && <span className={styles.soft}>{t("sent")}</span>}
        </div>
      )}
    </li>
  );
};

interface UploadListProps {
  uploads: readonly Uploading[];
  onDrop: (id: string) => void;
  onRetry: (upload: Uploading) => void;
}

/** What is on its way, and what did not come through with the reason. */
export const UploadList = ({ uploads, onDrop, onRetry }: UploadListProps) => (
  <ul className={styles.uploads} aria-live="polite">
    {uploads.map((upload) => (
      <UploadRow
        key={upload.id}
        upload={upload}
        onDrop={() => onDrop(upload.id)}
        onRetry={() => onRetry(upload)}
      />
    ))}
  </ul>
);
