import { orders } from "#orders/contract";
import { useQuery } from "../api/queries.ts";
import { DateText } from "../ui/DateText.tsx";
import { Money } from "../ui/Money.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { SidePanel } from "../ui/SidePanel.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import { addressOf } from "./address.ts";
import { Clock } from "./Clock.tsx";
import { EntityMark } from "./EntityMark.tsx";
import { ExceptionCard } from "./ExceptionCard.tsx";
import { HoldBanner } from "./HoldBanner.tsx";
import { OrderLines } from "./OrderLines.tsx";
import { OrderMoves } from "./OrderMoves.tsx";
import styles from "./OrderPreview.module.css";
import { OrderStatusBadge } from "./OrderStatusBadge.tsx";
import { OrderTimeline } from "./OrderTimeline.tsx";
import { useOrderNames } from "./status.ts";
import { orderWords } from "./words.ts";

/** An order beside its list: the essence and the next moves. */
export const OrderPreview = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const t = useWords(orderWords);
  const names = useOrderNames();
  const { data: order, error } = useQuery(orders.order, { orderId }, { keep: true });
  return (
    <SidePanel title={order ? order.number : t("order")} to={`/orders/${orderId}`} onClose={onClose}>
      {error ? <ErrorState error={error} /> : null}
      {!order && !error && <SkeletonLines lines={8} />}
      {order && (
        <div className={styles.preview}>
          <div>
            <p className={styles.name}>{order.customerName}</p>
            <div className={styles.badges}>
              <OrderStatusBadge status={order.status} look="soft" />
              <Clock due={order.statusDue} />
              <EntityMark code={order.businessEntity} />
            </div>
          </div>
          <OrderMoves order={order} />
          <HoldBanner order={order} />
          {order.exceptions.length > 0 && (
            <ul className={styles.exceptions}>
              {order.exceptions.map((exception) => (
                <ExceptionCard key={exception.id} exception={exception} onOrderPage />
              ))}
            </ul>
          )}
          <PropertyList
            properties={[
              { label: t("type"), value: names("kind", order.kind) },
              { label: t("account"), value: order.accountName },
              { label: t("place"), value: addressOf(order.site) },
              { label: t("requested"), value: order.requestedOn && <DateText at={order.requestedOn} /> },
              { label: t("planned"), value: order.plannedOn && <DateText at={order.plannedOn} /> },
              { label: t("amount"), value: <Money cents={order.totalCents} /> },
            ]}
          />
          {order.lines.length > 0 && <OrderLines order={order} />}
          <OrderTimeline orderId={orderId} />
        </div>
      )}
    </SidePanel>
  );
};
