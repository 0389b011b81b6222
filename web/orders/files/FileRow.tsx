import { ActionIcon, Menu, Select } from "@mantine/core";
import { IconDots, IconDownload, IconFileTypePdf, IconPhoto, IconTrash } from "@tabler/icons-react";
import { type OrderFile, officeFileKinds, orders } from "#orders/contract";
import { useAction } from "../../api/useAction.ts";
import { DateText } from "../../ui/DateText.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useLanguage } from "../../words/language.ts";
import { lookUp, useWords } from "../../words/words.ts";
import { fileWords } from "./fileWords.ts";
import styles from "./OrderFiles.module.css";

const visibilities = ["internal", "partner", "customer"] as const;
const makers = ["person", "partner", "customer", "automation"] as const;

const isOurs = (file: OrderFile) =>
  file.uploadedByKind === "person" && officeFileKinds.some((kind) => kind === file.kind);

/** Where a file is, whole or small. */
export const addressOf = ({ id }: OrderFile, query = "") => `/api/v1/files/${id}${query}`;
/** Whether the browser can show it as a picture; HEIC it cannot. */
export const isPicture = ({ mediaType }: OrderFile) =>
  mediaType.startsWith("image/") && mediaType !== "image/heic";

const Thumbnail = ({ file }: { file: OrderFile }) => {
  if (isPicture(file))
    return <img className={styles.thumbnail} src={addressOf(file, "?width=320")} alt="" loading="lazy" />;
  const Icon = file.mediaType === "application/pdf" ? IconFileTypePdf : IconPhoto;
  return (
    <span className={styles.thumbnail} aria-hidden="true">
      <Icon size={22} stroke={1.5} />
    </span>
  );
};

const Facts = ({ file }: { file: OrderFile }) => {
  const t = useWords(fileWords);
  const language = useLanguage();
  const { fileSize } = useFormats();
  const maker = makers.find((each) => each === file.uploadedByKind);
  const kind = maker && t(`by.${maker}`);
  const by = file.uploadedBy && kind ? t("byName", { name: file.uploadedBy, kind }) : kind;
  return (
    <span className={styles.soft}>
      {lookUp(fileWords, language, `kind.${file.kind}`) ?? t("otherKind")}
      {by && ` · ${by}`} · <DateText at={file.createdAt} /> · {fileSize(file.size)}
    </span>
  );
};

interface FileRowProps {
  orderId: string;
  file: OrderFile;
  mayChange: boolean;
  onLook: () => void;
  onRemove: () => void;
}

/** One file: what, by whom, when, how large, who sees it, and what can be done with it. */
export const FileRow = ({ orderId, file, mayChange, onLook, onRemove }: FileRowProps) => {
  const t = useWords(fileWords);
  const show = useAction(orders.showFile, { onDone: () => tellDone(t("saved")) });
  return (
    <li className={styles.file}>
      <button
        type="button"
        className={styles.look}
        onClick={onLook}
        aria-label={t("preview", { name: file.name })}
      >
        <Thumbnail file={file} />
        <span className={styles.words}>
          <span className={styles.name}>{file.name}</span>
          <Facts file={file} />
        </span>
      </button>
      <Select
        size="xs"
        w={150}
        aria-label={t("visible", { name: file.name })}
        allowDeselect={false}
        disabled={!mayChange}
        data={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        value={file.visibility}
        onChange={(value) => {
          const visibility = visibilities.find((each) => each === value);
          if (visibility) show.run({ orderId, fileId: file.id, visibility });
        }}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t("actionsOf", { name: file.name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={addressOf(file, "?download=true")}
            leftSection={<IconDownload size={15} stroke={1.6} />}
          >
            {t("download")}
          </Menu.Item>
          {mayChange && isOurs(file) && (
            <Menu.Item leftSection={<IconTrash size={15} stroke={1.6} />} onClick={onRemove}>
              {t("remove")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
};
