import { type ReactNode, useEffect } from "react";
import { orders } from "#orders/contract";
import { useQuery } from "../api/queries.ts";
import { MessagesOf } from "../messaging/MessagesOf.tsx";
import { Clock, Since } from "../orders/Clock.tsx";
import { EntityMark } from "../orders/EntityMark.tsx";
import { ExceptionCard } from "../orders/ExceptionCard.tsx";
import { OrderFiles } from "../orders/files/OrderFiles.tsx";
import { HoldBanner } from "../orders/HoldBanner.tsx";
import { OrderLines } from "../orders/OrderLines.tsx";
import { OrderMoves } from "../orders/OrderMoves.tsx";
import { OrderSide } from "../orders/OrderSide.tsx";
import { OrderStatusBadge } from "../orders/OrderStatusBadge.tsx";
import { OrderTimeline } from "../orders/OrderTimeline.tsx";
import { PriorityMark } from "../orders/PriorityMark.tsx";
import { useOrderNames } from "../orders/status.ts";
import { orderWords } from "../orders/words.ts";
import { Columns } from "../ui/Columns.tsx";
import { DateText } from "../ui/DateText.tsx";
import { NoRecord } from "../ui/NoRecord.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { usePathParams } from "../ui/router.tsx";
import { Section } from "../ui/Section.tsx";
import { SkeletonPage } from "../ui/states.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./OrderPage.module.css";
import { OrderIntake, OrderInvoices, OrderQuote, OrderVisits } from "./orderParts.tsx";

const pageWords = words({
  nl: { waits: "Wacht op iemand", lines: "Regels", cancelled: "Geannuleerd: {reason}" },
  en: { waits: "Waits for somebody", lines: "Lines", cancelled: "Cancelled: {reason}" },
});

/** Scrolls to the part named in the address, when somebody came for that. */
const useArrival = (isThere: boolean) => {
  const { at } = useFilters().values;
  useEffect(() => {
    if (!isThere || !at) return;
    const timer = setTimeout(() => document.getElementById(at)?.scrollIntoView({ block: "start" }), 250);
    return () => clearTimeout(timer);
  }, [isThere, at]);
};

const Anchor = ({ id, children }: { id: string; children: ReactNode }) => (
  <div id={id} className={styles.anchor}>
    {children}
  </div>
);

/** One order with its whole story: what is next, what was agreed, who, where, money, and everything that happened. */
export const OrderPage = () => {
  const { orderId } = usePathParams("orderId");
  const t = useWords(orderWords);
  const tp = useWords(pageWords);
  const names = useOrderNames();
  const query = useQuery(
    orders.order,
    { orderId },
    { live: ["sales", "planning", "field", "billing", "partners"] },
  );
  const { data: order } = query;
  useArrival(order !== undefined);
  if (query.error && !order)
    return (
      <NoRecord
        error={query.error}
        retry={() => void query.refetch()}
        place={{ label: t("orders"), to: "/orders" }}
      />
    );
  if (!order) return <SkeletonPage />;
  return (
    <>
      <PageHeader
        parent={{ label: t("orders"), to: "/orders" }}
        title={order.number}
        badge={
          <>
            <PriorityMark priority={order.priority} />
            <OrderStatusBadge status={order.status} look="soft" />
            <Clock due={order.statusDue} />
          </>
        }
        detail={
          <span className={styles.detail}>
            <strong className={styles.customer}>{order.customerName}</strong>
            <span>{names("kind", order.kind)}</span>
            <EntityMark code={order.businessEntity} />
            <span>
              <DateText at={order.createdAt} />
            </span>
            <Since at={order.statusSince} />
          </span>
        }
        actions={<OrderMoves order={order} />}
      />
      <div className={styles.scroll}>
        <Columns side={<OrderSide order={order} />}>
          <HoldBanner order={order} />
          {order.cancelReason && (
            <p className={styles.cancelled}>
              {tp("cancelled", { reason: names("cancel", order.cancelReason) })}
            </p>
          )}
          {order.exceptions.length > 0 && (
            <Section title={tp("waits")} note={order.exceptions.length} flush>
              <ul className={styles.exceptions}>
                {order.exceptions.map((exception) => (
                  <ExceptionCard key={exception.id} exception={exception} onOrderPage />
                ))}
              </ul>
            </Section>
          )}
          {OrderIntake && (
            <Anchor id="intake">
              <OrderIntake orderId={orderId} order={order} />
            </Anchor>
          )}
          <Anchor id="quote">
            {OrderQuote ? (
              <OrderQuote orderId={orderId} order={order} />
            ) : (
              <Section title={tp("lines")}>
                <OrderLines order={order} />
              </Section>
            )}
          </Anchor>
          {OrderVisits && (
            <Anchor id="visits">
              <OrderVisits orderId={orderId} order={order} />
            </Anchor>
          )}
          {OrderInvoices && (
            <Anchor id="invoices">
              <OrderInvoices orderId={orderId} order={order} />
            </Anchor>
          )}
          <Anchor id="files">
            <OrderFiles orderId={orderId} />
          </Anchor>
          <MessagesOf about={{ orderId }} />
          <OrderTimeline orderId={orderId} />
        </Columns>
      </div>
    </>
  );
};
