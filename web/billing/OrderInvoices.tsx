import { Button } from "@mantine/core";
import { billing, whatToBill } from "#billing/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useMay } from "../identity/session.tsx";
import type { Order } from "../orders/Order.ts";
import { Go } from "../ui/Go.tsx";
import { Money } from "../ui/Money.tsx";
import { Section } from "../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { ClosedUnbilled, CloseUnbilled } from "./CloseUnbilled.tsx";
import { InvoiceStatusBadge } from "./InvoiceStatusBadge.tsx";
import styles from "./OrderInvoices.module.css";
import { billingWords } from "./words.ts";

export interface OrderInvoicesProps {
  order: Pick<Order, "id" | "kind" | "status" | "billingState" | "lines">;
}

const CheckButton = ({ orderId }: { orderId: string }) => {
  const t = useWords(billingWords);
  const check = useAction(billing.checkOrder, {
    onDone: ({ invoices }) => tellDone(t("checked", { count: invoices.length })),
  });
  return (
    <div className={styles.check}>
      <p>{t("checkHint")}</p>
      <Button loading={check.isRunning} onClick={() => check.run({ orderId })}>
        {t("check")}
      </Button>
    </div>
  );
};

/** What the office does with a finished order: invoice it, or close it when nobody pays anything. */
const Check = ({ order }: OrderInvoicesProps) =>
  whatToBill(order.lines) === "nothing" ? (
    <CloseUnbilled orderId={order.id} isService={order.kind === "service"} />
  ) : (
    <CheckButton orderId={order.id} />
  );

/** The invoices of an order on its page, and the button that makes them once the work is done. */
export const OrderInvoices = ({ order }: OrderInvoicesProps) => {
  const t = useWords(billingWords);
  const may = useMay();
  const { data, error } = useQuery(billing.invoices, { orderId: order.id }, { live: ["billing", "orders"] });
  const waits = order.status === "completed" && ["to_check", "to_invoice"].includes(order.billingState);
  const isUnbilled = order.billingState === "nothing_to_bill";
  return (
    <Section title={t("invoices")}>
      {error ? <ErrorState error={error} /> : !data && <SkeletonLines lines={2} />}
      {data?.rows.map((invoice) => (
        <Go key={invoice.id} to={`/invoices/${invoice.id}`} className={styles.row}>
          <span className="tabular">{invoice.number ?? t("draft")}</span>
          <span className={styles.payer}>{invoice.organizationName}</span>
          <InvoiceStatusBadge status={invoice.status} />
          <Money cents={invoice.grossCents} />
        </Go>
      ))}
      {waits && may("finance.invoices") && <Check order={order} />}
      {isUnbilled && <ClosedUnbilled orderId={order.id} />}
      {data?.rows.length === 0 && !waits && !isUnbilled && (
        <p className={styles.soft}>{t(order.status === "cancelled" ? "noneCancelled" : "notYet")}</p>
      )}
    </Section>
  );
};
