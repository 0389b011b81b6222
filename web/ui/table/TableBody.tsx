import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useState } from "react";
import { useWords } from "../../words/words.ts";
import { useGo } from "../Go.tsx";
import { useKeys } from "../keys.ts";
import styles from "./DataTable.module.css";
import type { DataTableProps } from "./DataTable.tsx";
import { SkeletonRows } from "./SkeletonRows.tsx";
import { gridOf } from "./TableHead.tsx";
import { TableRow } from "./TableRow.tsx";
import type { ListTable } from "./useListTable.ts";
import { tableWords } from "./words.ts";

interface BodyProps<R extends object> extends DataTableProps<R> {
  model: ListTable<R>;
  scroller: RefObject<HTMLDivElement | null>;
  isPhone: boolean;
}

const rowHeight = (isPhone: boolean) => {
  const token = getComputedStyle(document.documentElement).getPropertyValue("--row");
  return isPhone ? 64 : Number.parseInt(token, 10) || 36;
};

/** The rows of a table; asks for the next page when its end comes near. */
export const TableBody = <R extends object>(props: BodyProps<R>) => {
  const { list, model, scroller, isPhone, rowTo, onOpen, bulk } = props;
  const t = useWords(tableWords);
  const go = useGo();
  const [active, setActive] = useState(-1);
  const rows = list.rows ?? [];
  const { ids } = model;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight(isPhone),
    getItemKey: (index) => ids[index] ?? index,
    overscan: 12,
    scrollPaddingStart: 36,
    scrollPaddingEnd: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => virtual.measure(), [virtual, isPhone]);
  useEffect(() => {
    if (list.hasMore && !list.isLoadingMore && last >= rows.length - 20) list.more();
  }, [last, rows.length, list]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-index="${next}"] [data-row-link]`)
        ?.focus({ preventScroll: true }),
    );
  };
  const open = () => {
    const row = rows[active];
    if (!row) return;
    if (onOpen) onOpen(row);
    else if (rowTo) go(rowTo(row));
  };
  useKeys(t("keys"), [
    { key: "j", label: t("keyDown"), run: () => moveTo(active + 1) },
    { key: "k", label: t("keyUp"), run: () => moveTo(active - 1) },
    ...(rowTo || onOpen ? [{ key: "Enter", label: t("keyOpen"), run: open }] : []),
    ...(bulk
      ? [
          { key: "x", label: t("keySelect"), run: () => ids[active] && model.toggleRow(ids[active]) },
          { key: "Escape", label: t("keyEscape"), run: model.clearSelection },
        ]
      : []),
  ]);

  if (list.isLoading)
    return <SkeletonRows columns={model.shown} isSelectable={bulk !== undefined} isPhone={isPhone} />;
  return (
    <div
      role="rowgroup"
      className={styles.body}
      style={{
        height: virtual.getTotalSize(),
        minWidth: isPhone ? 0 : gridOf(model.shown, bulk !== undefined).minWidth,
      }}
    >
      {items.map((item) => {
        const row = rows[item.index];
        const id = ids[item.index];
        if (!row || id === undefined) return null;
        return (
          <TableRow
            key={id}
            {...props}
            id={id}
            record={row}
            index={item.index}
            start={item.start}
            height={item.size}
            isActive={item.index === active}
            isReachable={item.index === Math.max(active, 0)}
            onActive={() => setActive(item.index)}
          />
        );
      })}
    </div>
  );
};
