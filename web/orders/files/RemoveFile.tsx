import { Button, Modal, Textarea } from "@mantine/core";
import { type OrderFile, orders } from "#orders/contract";
import { useActionForm } from "../../api/useActionForm.ts";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import styles from "../dialogs.module.css";
import { fileWords } from "./fileWords.ts";

interface RemoveFileProps {
  orderId: string;
  file: OrderFile;
  onClose: () => void;
}

/** Takes a file off the order, once somebody said why. */
export const RemoveFile = ({ orderId, file, onClose }: RemoveFileProps) => {
  const t = useWords(fileWords);
  const form = useActionForm(
    orders.removeFile,
    { reason: "" },
    {
      fixed: { orderId, fileId: file.id },
      onDone: () => {
        tellDone(t("removed", { name: file.name }));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("removeTitle")}>
      <form onSubmit={form.submit} className={styles.form} noValidate>
        <p>{t("removeText", { name: file.name })}</p>
        <Textarea
          label={t("reason")}
          description={t("reasonHint")}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.field("reason")}
        />
        <Button type="submit" color="danger" loading={form.isSending}>
          {t("removeNow")}
        </Button>
      </form>
    </Modal>
  );
};
