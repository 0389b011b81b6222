import { Skeleton } from "@mantine/core";
import type { DragEvent } from "react";
import { orders } from "#orders/contract";
import { useList } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";
import type { OrderRow } from "../Order.ts";
import { type Phase, useOrderNames } from "../status.ts";
import { BoardCard } from "./BoardCard.tsx";
import { moveBetween } from "./moveBetween.ts";
import styles from "./OrderBoard.module.css";
import { boardWords } from "./words.ts";

interface ColumnProps {
  phase: Phase;
  asked: Record<string, string>;
  count: number | undefined;
  dragged: OrderRow | undefined;
  openId: string | undefined;
  onDrag: (order: OrderRow | undefined) => void;
  onDrop: (event: DragEvent) => void;
  onOpen: (orderId: string) => void;
}

/** One phase of the board; those that wait longest stand on top. */
export const BoardColumn = ({
  phase,
  asked,
  count,
  dragged,
  openId,
  onDrag,
  onDrop,
  onOpen,
}: ColumnProps) => {
  const t = useWords(boardWords);
  const names = useOrderNames();
  const isDone = phase.name === "completed";
  const { status: _, sort: __, ...rest } = asked;
  const list = useList(orders.orders, {
    ...(rest as object),
    status: [...phase.statuses],
    sort: isDone ? "-statusSince" : "statusSince",
    limit: 30,
  } as never);
  const step = dragged && moveBetween(dragged.status, phase);
  const shown = count ?? list.rows?.length;
  return (
    <section
      className={styles.column}
      data-drop={step === undefined || step === "here" ? undefined : typeof step === "object" ? "no" : "yes"}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <h2 className={styles.head}>
        {names("phase", phase.name)}
        {shown !== undefined && !isDone && <span className={styles.count}>{shown}</span>}
      </h2>
      <ul className={styles.cards}>
        {list.isLoading &&
          [0, 1, 2].map((index) => (
            <li key={index}>
              <Skeleton height={92} radius={8} />
            </li>
          ))}
        {list.rows?.map((order) => (
          <BoardCard
            key={order.id}
            order={order}
            isOpen={order.id === openId}
            onDrag={onDrag}
            onOpen={() => onOpen(order.id)}
          />
        ))}
        {list.rows?.length === 0 && <li className={styles.none}>{t("none")}</li>}
        {list.hasMore && (
          <li>
            <button type="button" className="cc-link-button" onClick={list.more}>
              {t("more")}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
};
