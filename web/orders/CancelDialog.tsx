import { Button, Modal, Select, Textarea } from "@mantine/core";
import { cancelReasons, orders } from "#orders/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { tellDone } from "../ui/tell.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./dialogs.module.css";
import { useOrderNames } from "./status.ts";

const cancelWords = words({
  nl: {
    title: "Order annuleren",
    text: "Bezoeken vervallen, de partner krijgt bericht. Dit is niet terug te draaien.",
    reason: "Reden",
    remark: "Toelichting",
    submit: "Order annuleren",
    done: "{number} is geannuleerd",
  },
  en: {
    title: "Cancel the order",
    text: "Visits lapse and the partner is told. This cannot be taken back.",
    reason: "Reason",
    remark: "Explanation",
    submit: "Cancel the order",
    done: "{number} is cancelled",
  },
});

/** Cancels an order; only with a reason. */
export const CancelDialog = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const t = useWords(cancelWords);
  const names = useOrderNames();
  const form = useActionForm(
    orders.moveByHand,
    { reason: "customer_withdrew", remark: "" },
    {
      fixed: { orderId, move: "cancel" },
      onDone: ({ number }) => {
        tellDone(t("done", { number }));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("title")}>
      <form onSubmit={form.submit} className={styles.form} noValidate>
        <p>{t("text")}</p>
        <Select
          label={t("reason")}
          data={cancelReasons.map((value) => ({ value, label: names("cancel", value) }))}
          allowDeselect={false}
          data-autofocus
          {...form.field("reason")}
        />
        <Textarea label={t("remark")} autosize minRows={2} {...form.field("remark")} />
        <Button type="submit" color="danger" loading={form.isSending}>
          {t("submit")}
        </Button>
      </form>
    </Modal>
  );
};
