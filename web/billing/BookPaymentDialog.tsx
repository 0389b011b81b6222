import { Button, Modal, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { billing } from "#billing/contract";
import { useActionForm } from "../api/useActionForm.ts";
import styles from "../orders/dialogs.module.css";
import { tellDone } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { useBillingNames } from "./status.ts";
import { billingWords } from "./words.ts";

interface DialogProps {
  invoice: { id: string; number: string | null; grossCents: number; paidCents: number };
  onClose: () => void;
}

const methods = ["bank_transfer", "ideal", "credit_card", "direct_debit", "cash"] as const;

/** Books money that came in; what is open is filled in already. */
export const BookPaymentDialog = ({ invoice, onClose }: DialogProps) => {
  const t = useWords(billingWords);
  const names = useBillingNames();
  const openCents = invoice.grossCents - invoice.paidCents;
  const [euros, setEuros] = useState<number | string>(openCents / 100);
  const { today, separators } = useFormats();
  const [paidOn] = useState(() => today());
  const form = useActionForm(
    billing.bookPayment,
    {
      amountCents: openCents,
      paidOn,
      method: "bank_transfer",
      remark: "",
    },
    {
      fixed: { invoiceId: invoice.id },
      onDone: () => {
        tellDone(t("booked"));
        onClose();
      },
    },
  );
  const amount = form.field("amountCents");
  return (
    <Modal opened onClose={onClose} title={t("bookTitle", { number: invoice.number ?? "" })}>
      <form onSubmit={form.submit} className={styles.form} noValidate>
        <NumberInput
          label={t("bookAmount")}
          decimalScale={2}
          fixedDecimalScale
          {...separators}
          min={0.01}
          value={euros}
          onChange={(value) => {
            setEuros(value);
            amount.onChange(Math.round(Number(value) * 100));
          }}
          error={amount.error}
          data-autofocus
        />
        <TextInput type="date" label={t("bookDay")} {...form.field("paidOn")} />
        <Select
          label={t("bookMethod")}
          data={methods.map((value) => ({ value, label: names("method", value) }))}
          allowDeselect={false}
          {...form.field("method")}
        />
        <Textarea label={t("bookRemark")} autosize minRows={2} {...form.field("remark")} />
        <Button type="submit" loading={form.isSending}>
          {t("book")}
        </Button>
      </form>
    </Modal>
  );
};
