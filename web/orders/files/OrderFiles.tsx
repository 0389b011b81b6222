import { useState } from "react";
import { type OrderFile, orders } from "#orders/contract";
import { useQuery } from "../../api/queries.ts";
import { useMay } from "../../identity/session.tsx";
import { Section } from "../../ui/Section.tsx";
import { useWords } from "../../words/words.ts";
import { FileDrop } from "./FileDrop.tsx";
import { FilePreview } from "./FilePreview.tsx";
import { FileRow } from "./FileRow.tsx";
import { fileWords } from "./fileWords.ts";
import styles from "./OrderFiles.module.css";
import { RemoveFile } from "./RemoveFile.tsx";
import { UploadList } from "./UploadList.tsx";
import { useUploads } from "./useUploads.ts";

interface FilesProps {
  orderId: string;
  files: readonly OrderFile[];
  mayChange: boolean;
}

const FileList = ({ orderId, files, mayChange }: FilesProps) => {
  const [looked, setLooked] = useState<string>();
  const [removed, setRemoved] = useState<string>();
  const looking = files.find(({ id }) => id === looked);
  const removing = files.find(({ id }) => id === removed);
  return (
    <>
      <ul className={styles.files}>
        {files.map((file) => (
          <FileRow
            key={file.id}
            orderId={orderId}
            file={file}
            mayChange={mayChange}
            onLook={() => setLooked(file.id)}
            onRemove={() => setRemoved(file.id)}
          />
        ))}
      </ul>
      {looking && (
        <FilePreview
          files={files}
          file={looking}
          onGo={({ id }) => setLooked(id)}
          onClose={() => setLooked(undefined)}
        />
      )}
      {removing && <RemoveFile orderId={orderId} file={removing} onClose={() => setRemoved(undefined)} />}
    </>
  );
};

/** The files of an order: brought by the office, customer, partner and crew, and who may see each. */
export const OrderFiles = ({ orderId }: { orderId: string }) => {
  const t = useWords(fileWords);
  const may = useMay();
  const { data } = useQuery(orders.files, { orderId });
  const { uploads, add, drop, retry } = useUploads(orderId);
  const files = data?.rows ?? [];
  const mayChange = may("sales.orders") || may("operations.planning");
  const list = <FileList orderId={orderId} files={files} mayChange={mayChange} />;
  if (!mayChange && files.length === 0) return null;
  return (
    <Section title={t("title")} note={data && files.length} flush>
      {mayChange ? (
        <FileDrop onFiles={add}>
          {data && files.length === 0 && uploads.length === 0 && (
            <p className={styles.none}>
              <strong>{t("none")}.</strong> {t("noneText")}
            </p>
          )}
          {list}
          {uploads.length > 0 && <UploadList uploads={uploads} onDrop={drop} onRetry={retry} />}
        </FileDrop>
      ) : (
        list
      )}
    </Section>
  );
};
