import { Button, Select } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { type OfficeFileKind, officeFileKinds } from "#orders/contract";
import { useWords } from "../../words/words.ts";
import { fileWords } from "./fileWords.ts";
import styles from "./OrderFiles.module.css";

const accept = "image/jpeg,image/png,image/webp,image/heic,application/pdf";
const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

/** A place on which files are dropped; says so while they hang above it. */
const useDrop = (onFiles: (files: File[]) => void) => {
  const [isOver, setOver] = useState(false);
  // Entering a child comes before leaving its parent, so they are counted.
  const inside = useRef(0);
  const end = () => {
    inside.current = 0;
    setOver(false);
  };
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      inside.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => carriesFiles(event) && event.preventDefault(),
    onDragLeave: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      inside.current -= 1;
      if (inside.current <= 0) end();
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      end();
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { isOver, handlers };
};

interface FileDropProps {
  onFiles: (files: readonly File[], kind: OfficeFileKind) => void;
  children: ReactNode;
}

/** Takes files by dropping or choosing, several at once, as one kind. */
export const FileDrop = ({ onFiles, children }: FileDropProps) => {
  const t = useWords(fileWords);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<OfficeFileKind>("document");
  const { isOver, handlers } = useDrop((files) => onFiles(files, kind));
  return (
    <div className={styles.drop} data-over={isOver || undefined} {...handlers}>
      {children}
      <div className={styles.choose}>
        <Select
          size="xs"
          w={150}
          aria-label={t("kindOfNew")}
          allowDeselect={false}
          data={officeFileKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(officeFileKinds.find((each) => each === value) ?? "document")}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUpload size={15} stroke={1.6} />}
          aria-describedby={id}
          onClick={() => input.current?.click()}
        >
          {t("choose")}
        </Button>
        <p id={id} className={styles.soft}>
          {isOver ? t("drop") : t("limits")}
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept}
          aria-label={t("choose")}
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])], kind);
            currentTarget.value = "";
          }}
        />
      </div>
    </div>
  );
};
