import { type DragEvent, type ReactNode, useState } from "react";
import { orders } from "#orders/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { BesideList } from "../../ui/SidePanel.tsx";
import { toast } from "../../ui/toasts.ts";
import { useOpenRecord } from "../../ui/useFilters.ts";
import { useWords } from "../../words/words.ts";
import type { OrderRow } from "../Order.ts";
import { OrderPreview } from "../OrderPreview.tsx";
import { type Phase, phases, useOrderNames } from "../status.ts";
import { orderWords } from "../words.ts";
import { BoardColumn } from "./BoardColumn.tsx";
import { moveBetween } from "./moveBetween.ts";
import styles from "./OrderBoard.module.css";
import { boardWords } from "./words.ts";

/** Orders by phase. A card is dragged where a person may make that step; elsewhere the board says what makes it. */
export const OrderBoard = ({ asked, children }: { asked: Record<string, string>; children: ReactNode }) => {
  const t = useWords(orderWords);
  const tb = useWords(boardWords);
  const names = useOrderNames();
  const [dragged, setDragged] = useState<OrderRow>();
  const { openId, open } = useOpenRecord();
  const move = useAction(orders.moveByHand);
  const { businessEntity } = asked;
  const today = useQuery(orders.today, businessEntity ? { businessEntity } : {});
  const countOf = (phase: Phase) =>
    today.data?.statuses
      .filter(({ status }) => (phase.statuses as readonly string[]).includes(status))
      .reduce((sum, { count }) => sum + count, 0);
  const isCounted = Object.keys(asked).every((name) => name === "businessEntity" || name === "sort");

  const drop = (phase: Phase) => (event: DragEvent) => {
    event.preventDefault();
    setDragged(undefined);
    if (!dragged) return;
    const step = moveBetween(dragged.status, phase);
    if (step === "here") return;
    if (typeof step === "object")
      toast({ tone: "info", message: tb(step.because, { phase: names("phase", phase.name) }) });
    else move.run({ orderId: dragged.id, move: step });
  };
  return (
    <BesideList
      list={
        <>
          <div className={styles.bar}>{children}</div>
          <div className={styles.board} role="region" aria-label={t("board")} tabIndex={0}>
            {phases.map((phase) => (
              <BoardColumn
                key={phase.name}
                phase={phase}
                asked={asked}
                count={isCounted ? countOf(phase) : undefined}
                dragged={dragged}
                openId={openId}
                onDrag={setDragged}
                onDrop={drop(phase)}
                onOpen={open}
              />
            ))}
          </div>
        </>
      }
      panel={openId && <OrderPreview key={openId} orderId={openId} onClose={() => open(undefined)} />}
    />
  );
};
