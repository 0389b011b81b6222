import { Button, Modal } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconDownload, IconExternalLink } from "@tabler/icons-react";
import type { OrderFile } from "#orders/contract";
import { useWords } from "../../words/words.ts";
import { addressOf, isPicture } from "./FileRow.tsx";
import { fileWords } from "./fileWords.ts";
import styles from "./OrderFiles.module.css";

const Content = ({ file }: { file: OrderFile }) => {
  const t = useWords(fileWords);
  if (isPicture(file))
    return <img className={styles.picture} src={addressOf(file, "?width=1280")} alt={file.name} />;
  if (file.mediaType === "application/pdf")
    // Browsers show no PDF in a sandbox; the answer's own headers keep scripts out.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    return <iframe className={styles.paper} src={addressOf(file)} title={file.name} />;
  return <p className={styles.noPicture}>{t("noPicture")}</p>;
};

interface FilePreviewProps {
  files: readonly OrderFile[];
  file: OrderFile;
  onGo: (file: OrderFile) => void;
  onClose: () => void;
}

/** A file large, with the way to the ones beside it. */
export const FilePreview = ({ files, file, onGo, onClose }: FilePreviewProps) => {
  const t = useWords(fileWords);
  const at = files.findIndex(({ id }) => id === file.id);
  const step = (by: number) => {
    const next = files[at + by];
    if (next) onGo(next);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={file.name}
      onKeyDown={({ key }) => {
        if (key === "ArrowLeft") step(-1);
        if (key === "ArrowRight") step(1);
      }}
    >
      <div className={styles.preview}>
        <Content key={file.id} file={file} />
      </div>
      <div className={styles.previewActions}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconChevronLeft size={15} />}
          disabled={at <= 0}
          onClick={() => step(-1)}
        >
          {t("previous")}
        </Button>
        <Button
          variant="default"
          size="xs"
          rightSection={<IconChevronRight size={15} />}
          disabled={at === files.length - 1}
          onClick={() => step(1)}
        >
          {t("following")}
        </Button>
        <span className={styles.gap} />
        <Button
          component="a"
          href={addressOf(file)}
          target="_blank"
          rel="noreferrer"
          variant="default"
          size="xs"
          leftSection={<IconExternalLink size={15} stroke={1.6} />}
        >
          {t("openApart")}
        </Button>
        <Button
          component="a"
          href={addressOf(file, "?download=true")}
          size="xs"
          leftSection={<IconDownload size={15} stroke={1.6} />}
        >
          {t("download")}
        </Button>
      </div>
    </Modal>
  );
};
