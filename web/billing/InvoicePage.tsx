import { Button } from "@mantine/core";
import { useState } from "react";
import { billing } from "#billing/contract";
import { download } from "../api/download.ts";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useMay } from "../identity/session.tsx";
import { Columns } from "../ui/Columns.tsx";
import { DateText } from "../ui/DateText.tsx";
import { Go } from "../ui/Go.tsx";
import { Money } from "../ui/Money.tsx";
import { NoRecord } from "../ui/NoRecord.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { usePathParams } from "../ui/router.tsx";
import { Section } from "../ui/Section.tsx";
import { SkeletonPage } from "../ui/states.tsx";
import { tellDone, tellProblem } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { BookPaymentDialog } from "./BookPaymentDialog.tsx";
import { CreditDialog } from "./CreditDialog.tsx";
import type { Invoice } from "./Invoice.ts";
import { InvoiceLines } from "./InvoiceLines.tsx";
import { InvoiceStatusBadge } from "./InvoiceStatusBadge.tsx";
import { PaymentList } from "./PaymentList.tsx";
import { billingWords } from "./words.ts";

const Actions = ({ invoice }: { invoice: Invoice }) => {
  const t = useWords(billingWords);
  const may = useMay();
  const [dialog, setDialog] = useState<"book" | "credit">();
  const send = useAction(billing.sendInvoice, {
    onDone: ({ number }) => tellDone(t("sent", { number: number ?? "" })),
  });
  const isOpen = invoice.status === "sent" || invoice.status === "partial";
  const close = () => setDialog(undefined);
  return (
    <>
      {invoice.number && (
        <Button
          variant="default"
          onClick={() =>
            void download(`/invoices/${invoice.id}/pdf`, `${invoice.number}.pdf`).catch(tellProblem)
          }
        >
          {t("pdf")}
        </Button>
      )}
      {invoice.moves.credit && (
        <Button variant="default" onClick={() => setDialog("credit")}>
          {t("creditIt")}
        </Button>
      )}
      {isOpen && may("finance.payments") && <Button onClick={() => setDialog("book")}>{t("book")}</Button>}
      {invoice.moves.send && (
        <Button loading={send.isRunning} onClick={() => send.run({ invoiceId: invoice.id })}>
          {t("send")}
        </Button>
      )}
      {dialog === "book" && <BookPaymentDialog invoice={invoice} onClose={close} />}
      {dialog === "credit" && <CreditDialog invoice={invoice} onClose={close} />}
    </>
  );
};

const Facts = ({ invoice }: { invoice: Invoice }) => {
  const t = useWords(billingWords);
  return (
    <PropertyList
      properties={[
        { label: t("order"), value: <Go to={`/orders/${invoice.orderId}`}>{invoice.orderNumber}</Go> },
        {
          label: t("payer"),
          value: <Go to={`/customers/${invoice.organizationId}`}>{invoice.organizationName}</Go>,
        },
        { label: t("addressee"), value: invoice.addressee.map((line) => <div key={line}>{line}</div>) },
        { label: t("invoicedOn"), value: invoice.invoicedOn && <DateText at={invoice.invoicedOn} /> },
        { label: t("dueOn"), value: invoice.dueOn && <DateText at={invoice.dueOn} /> },
        { label: t("open"), value: <Money cents={invoice.grossCents - invoice.paidCents} /> },
        ...(invoice.purchaseOrder ? [{ label: t("purchaseOrder"), value: invoice.purchaseOrder }] : []),
        ...(invoice.creditOfId
          ? [
              {
                label: t("creditOf"),
                value: <Go to={`/invoices/${invoice.creditOfId}`}>{t("seeInvoice")}</Go>,
              },
            ]
          : []),
      ]}
    />
  );
};

/** One invoice: lines and totals left, parties, days and payments right. */
export const InvoicePage = () => {
  const t = useWords(billingWords);
  const { invoiceId } = usePathParams("invoiceId");
  const { data: invoice, error, refetch } = useQuery(billing.invoice, { invoiceId }, { live: ["billing"] });
  if (error && !invoice)
    return (
      <NoRecord
        error={error}
        retry={() => void refetch()}
        place={{ label: t("invoices"), to: "/invoices" }}
      />
    );
  if (!invoice) return <SkeletonPage />;
  const name = invoice.kind === "credit" ? t("credit") : t("invoice");
  return (
    <>
      <PageHeader
        parent={{ label: t("invoices"), to: "/invoices" }}
        title={invoice.number ?? `${name} (${t("draft").toLowerCase()})`}
        badge={<InvoiceStatusBadge status={invoice.status} look="soft" />}
        detail={`${name} · ${invoice.organizationName}`}
        actions={<Actions invoice={invoice} />}
      />
      <Columns
        side={
          <>
            <Section title={t("payer")}>
              <Facts invoice={invoice} />
            </Section>
            <Section title={t("payments")}>
              <PaymentList payments={invoice.payments} />
            </Section>
          </>
        }
      >
        <Section title={name}>
          <InvoiceLines invoice={invoice} />
        </Section>
      </Columns>
    </>
  );
};
