import { Button, Modal, Textarea } from "@mantine/core";
import { billing } from "#billing/contract";
import { useActionForm } from "../api/useActionForm.ts";
import styles from "../orders/dialogs.module.css";
import { useGo } from "../ui/Go.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { billingWords } from "./words.ts";

interface DialogProps {
  invoice: { id: string; number: string | null };
  onClose: () => void;
}

/** Takes an invoice back with a credit note; asked first, because the credit note leaves the house. */
export const CreditDialog = ({ invoice, onClose }: DialogProps) => {
  const t = useWords(billingWords);
  const go = useGo();
  const form = useActionForm(
    billing.creditInvoice,
    { reason: "" },
    {
      fixed: { invoiceId: invoice.id },
      onDone: ({ id }) => {
        tellDone(t("credited"));
        onClose();
        go(`/invoices/${id}`);
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("creditTitle", { number: invoice.number ?? "" })}>
      <form onSubmit={form.submit} className={styles.form} noValidate>
        <p>{t("creditHint")}</p>
        <Textarea label={t("creditReason")} autosize minRows={2} data-autofocus {...form.field("reason")} />
        <Button type="submit" color="danger" loading={form.isSending}>
          {t("creditIt")}
        </Button>
      </form>
    </Modal>
  );
};
