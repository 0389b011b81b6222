import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { billing } from "#billing/contract";
import { useAction } from "../api/useAction.ts";
import { useActionForm } from "../api/useActionForm.ts";
import { useMay } from "../identity/session.tsx";
import dialogs from "../orders/dialogs.module.css";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import styles from "./OrderInvoices.module.css";
import { billingWords } from "./words.ts";

interface ClosingProps {
  orderId: string;
  isService: boolean;
}

const CloseDialog = ({ orderId, isService, onClose }: ClosingProps & { onClose: () => void }) => {
  const t = useWords(billingWords);
  const reopen = useAction(billing.reopenCheck);
  const form = useActionForm(
    billing.closeUnbilled,
    { reason: isService ? t("unbilledUsual") : "" },
    {
      fixed: { orderId },
      onDone: () => {
        tellDone(t("unbilledDone"), () => reopen.run({ orderId }));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("unbilledTitle")}>
      <form onSubmit={form.submit} className={dialogs.form} noValidate>
        <Textarea
          label={t("unbilledReason")}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.field("reason")}
        />
        <Button type="submit" loading={form.isSending}>
          {t("unbilled")}
        </Button>
      </form>
    </Modal>
  );
};

/** Instead of an invoice: closes a finished order of which nobody pays anything, with the reason. */
export const CloseUnbilled = (props: ClosingProps) => {
  const t = useWords(billingWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.check}>
      <p>{t("unbilledHint")}</p>
      <Button onClick={() => setOpen(true)}>{t("unbilled")}</Button>
      {isOpen && <CloseDialog {...props} onClose={() => setOpen(false)} />}
    </div>
  );
};

/** Says that an order was closed without an invoice, and takes it back when somebody has to pay after all. */
export const ClosedUnbilled = ({ orderId }: { orderId: string }) => {
  const t = useWords(billingWords);
  const may = useMay();
  const reopen = useAction(billing.reopenCheck);
  return (
    <div className={styles.check}>
      <p>{t("unbilledClosed")}</p>
      {may("finance.invoices") && (
        <Button variant="default" loading={reopen.isRunning} onClick={() => reopen.run({ orderId })}>
          {t("checkAgain")}
        </Button>
      )}
    </div>
  );
};
