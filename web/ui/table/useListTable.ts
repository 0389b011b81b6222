import { useRef, useState } from "react";
import type { Column } from "./column.ts";

type Shown = Record<string, boolean>;

const kept = (key: string): Shown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Shown;
  } catch {
    return {};
  }
};

/** Which columns somebody chose to see of a list, kept on this device. */
const useShownColumns = <R>(list: string, columns: readonly Column<R>[]) => {
  const key = `columns:${list}`;
  const [choice, setChoice] = useState(() => kept(key));
  const isShown = (column: Column<R>) => column.always || (choice[column.id] ?? !column.hidden);
  return {
    shown: columns.filter(isShown),
    isShown,
    toggleColumn: (column: Column<R>) => {
      const next = { ...choice, [column.id]: !isShown(column) };
      localStorage.setItem(key, JSON.stringify(next));
      setChoice(next);
    },
  };
};

/** Which rows are selected, by id; a row chosen with Shift takes those in between along. */
const useSelection = (ids: readonly string[]) => {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string>(undefined);
  const withRange = (id: string) => {
    const [from, to] = [ids.indexOf(anchor.current ?? id), ids.indexOf(id)].toSorted((a, b) => a - b);
    return ids.slice(Math.max(from ?? 0, 0), (to ?? 0) + 1);
  };
  return {
    selectedIds: [...selected],
    isSelected: (id: string) => selected.has(id),
    areAllSelected: ids.length > 0 && ids.every((id) => selected.has(id)),
    toggleRow: (id: string, isRange = false) => {
      const next = new Set(selected);
      const turnsOn = !selected.has(id);
      for (const each of isRange ? withRange(id) : [id])
        if (turnsOn) next.add(each);
        else next.delete(each);
      anchor.current = id;
      setSelected(next);
    },
    toggleAll: () => setSelected(ids.every((id) => selected.has(id)) ? new Set() : new Set(ids)),
    clearSelection: () => setSelected(new Set()),
  };
};

/** The model of a list: which columns show, which rows are selected. Sorting and paging are the server's. */
export const useListTable = <R extends object>(given: {
  name: string;
  columns: readonly Column<R>[];
  rows: R[] | undefined;
  rowId: (row: R) => string;
}) => {
  const { name, columns, rows, rowId } = given;
  const ids = rows?.map(rowId) ?? [];
  return { ids, ...useShownColumns(name, columns), ...useSelection(ids) };
};

export type ListTable<R extends object> = ReturnType<typeof useListTable<R>>;
