import { billing } from "#billing/contract";
import { useQuery } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { Money } from "../ui/Money.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import { InvoiceStatusBadge } from "./InvoiceStatusBadge.tsx";
import styles from "./OrderInvoices.module.css";
import { billingWords } from "./words.ts";

/** What a partner has to pay, newest first. */
export const PartnerInvoices = () => {
  const t = useWords(billingWords);
  const { data, error, refetch } = useQuery(billing.myInvoices, {}, { live: ["billing"] });
  return (
    <>
      <PageHeader title={t("invoices")} />
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      {data?.rows.length === 0 && <EmptyState title={t("noInvoice")} text={t("noInvoiceText")} />}
      {data && data.rows.length > 0 && (
        <Section title={t("invoices")}>
          {data.rows.map((invoice) => (
            <Go key={invoice.id} to={`/invoices/${invoice.id}`} className={styles.row}>
              <span className="tabular">{invoice.number}</span>
              <span className={styles.payer}>
                {invoice.orderNumber} · <DateText at={invoice.invoicedOn} />
              </span>
              <InvoiceStatusBadge status={invoice.status} />
              <Money cents={invoice.grossCents} />
            </Go>
          ))}
        </Section>
      )}
    </>
  );
};
