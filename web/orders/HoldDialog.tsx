import { Button, Modal, Select, Textarea, TextInput } from "@mantine/core";
import { holdCategories, orders } from "#orders/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { tellDone } from "../ui/tell.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./dialogs.module.css";
import { useOrderNames } from "./status.ts";

export const holdWords = words({
  nl: {
    title: "Order on hold zetten",
    category: "Waar wacht de order op?",
    details: "Toelichting",
    detailsHint: "Een collega moet begrijpen wat er speelt.",
    resumeOn: "Verwacht weer verder op",
    submit: "On hold zetten",
    done: "{number} staat on hold",
  },
  en: {
    title: "Put the order on hold",
    category: "What is the order waiting for?",
    details: "Explanation",
    detailsHint: "A colleague must understand what is going on.",
    resumeOn: "Expected to go on",
    submit: "Put on hold",
    done: "{number} is on hold",
  },
});

/** Pauses an order with category, reason and expected day. */
export const HoldDialog = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const t = useWords(holdWords);
  const names = useOrderNames();
  const form = useActionForm(
    orders.holdOrder,
    { category: "customer_delay", details: "", resumeOn: "" },
    {
      fixed: { orderId },
      onDone: ({ number }) => {
        tellDone(t("done", { number }));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("title")}>
      <form onSubmit={form.submit} className={styles.form} noValidate>
        <Select
          label={t("category")}
          data={holdCategories.map((value) => ({ value, label: names("hold", value) }))}
          allowDeselect={false}
          data-autofocus
          {...form.field("category")}
        />
        <Textarea
          label={t("details")}
          description={t("detailsHint")}
          autosize
          minRows={3}
          {...form.field("details")}
        />
        <TextInput type="date" label={t("resumeOn")} {...form.field("resumeOn")} />
        <Button type="submit" loading={form.isSending}>
          {t("submit")}
        </Button>
      </form>
    </Modal>
  );
};
