import { Button } from "@mantine/core";
import { billing } from "#billing/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { InvoiceLines } from "./InvoiceLines.tsx";
import styles from "./MyInvoice.module.css";
import { billingWords } from "./words.ts";

/** A payer's own invoice: what it is for, what is open, and one button to pay. */
export const MyInvoice = ({ invoiceId }: { invoiceId: string }) => {
  const t = useWords(billingWords);
  const { money, day } = useFormats();
  const { data, error } = useQuery(billing.myInvoices, {}, { live: ["billing"] });
  const pay = useAction(billing.startPayment, { onDone: ({ checkoutUrl }) => location.assign(checkoutUrl) });
  if (error) return <ErrorState error={error} />;
  if (!data) return <SkeletonLines lines={6} />;
  const invoice = data.rows.find(({ id }) => id === invoiceId);
  if (!invoice) return <EmptyState title={t("noInvoice")} text={t("noInvoiceText")} isPage />;
  const openCents = invoice.grossCents - invoice.paidCents;
  const isOpen = invoice.kind === "invoice" && invoice.status !== "credited" && openCents > 0;
  return (
    <article className={styles.invoice}>
      <h1>{invoice.kind === "credit" ? t("credit") : t("myInvoice")}</h1>
      <p className={styles.soft}>
        {invoice.number} · {invoice.seller} · {day(invoice.invoicedOn)}
      </p>
      {isOpen ? (
        <div className={styles.pay}>
          <p>{t("dueText", { day: day(invoice.dueOn) })}</p>
          <Button
            size="lg"
            fullWidth
            loading={pay.isRunning}
            onClick={() => pay.run({ invoiceId: invoice.id })}
          >
            {t("pay", { amount: money(openCents) })}
          </Button>
        </div>
      ) : (
        <div className={styles.done} role="status">
          <strong>{invoice.kind === "credit" ? t("creditText") : t("paidThanks")}</strong>
          {invoice.kind === "invoice" && <span>{t("paidText")}</span>}
        </div>
      )}
      <InvoiceLines invoice={invoice} />
    </article>
  );
};
