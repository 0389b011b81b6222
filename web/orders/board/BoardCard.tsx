import type { MouseEvent } from "react";
import { useChanged } from "../../api/changed.ts";
import { Go } from "../../ui/Go.tsx";
import { Money } from "../../ui/Money.tsx";
import { Clock, Since } from "../Clock.tsx";
import { EntityMark } from "../EntityMark.tsx";
import type { OrderRow } from "../Order.ts";
import { OrderStatusBadge } from "../OrderStatusBadge.tsx";
import { PriorityMark } from "../PriorityMark.tsx";
import styles from "./OrderBoard.module.css";

interface CardProps {
  order: OrderRow;
  isOpen: boolean;
  onDrag: (order: OrderRow | undefined) => void;
  onOpen: () => void;
}

const isPlain = (event: MouseEvent) =>
  !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;

/** An order on the board. */
export const BoardCard = ({ order, isOpen, onDrag, onOpen }: CardProps) => {
  const isChanged = useChanged(order.id);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a short cut; the order itself has the same moves
    <li
      className={styles.card}
      draggable
      data-open={isOpen || undefined}
      data-changed={isChanged || undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", order.number);
        onDrag(order);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <div className={styles.cardTop}>
        <EntityMark code={order.businessEntity} short />
        <span className={styles.number}>{order.number}</span>
        <PriorityMark priority={order.priority} />
        <span className={styles.cardClock}>
          <Clock due={order.statusDue} />
        </span>
      </div>
      <Go
        to={`/orders/${order.id}`}
        className={styles.customer}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {order.customerName}
      </Go>
      <p className={styles.where}>
        {[order.accountName === order.customerName ? null : order.accountName, order.place]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div className={styles.cardFoot}>
        <OrderStatusBadge status={order.status} />
        <Since at={order.statusSince} />
        {order.totalCents > 0 && (
          <span className={styles.amount}>
            <Money cents={order.totalCents} />
          </span>
        )}
      </div>
    </li>
  );
};
