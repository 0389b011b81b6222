import { Button, Modal, Textarea } from "@mantine/core";
import type { planning } from "#planning/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import styles from "./dialogs.module.css";
import { moveWords } from "./words.ts";

interface ReasonDialogProps {
  endpoint: typeof planning.freeVisit | typeof planning.cancelVisit;
  visitId: string;
  title: string;
  text: string;
  onClose: () => void;
}

/** A step that is only made with a reason. */
export const ReasonDialog = ({ endpoint, visitId, title, text, onClose }: ReasonDialogProps) => {
  const t = useWords(moveWords);
  const form = useActionForm(
    endpoint,
    { reason: "" },
    {
      fixed: { visitId },
      onDone: () => {
        tellDone(t("done"));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={form.submit} className={styles.form} noValidate>
        <p>{text}</p>
        <Textarea label={t("reason")} autosize minRows={2} data-autofocus {...form.field("reason")} />
        <Button type="submit" loading={form.isSending}>
          {title}
        </Button>
      </form>
    </Modal>
  );
};
