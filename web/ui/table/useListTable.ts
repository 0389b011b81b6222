import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { Column } from "./column.ts";

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
const nothing: never[] = [];

/** Which columns somebody chose to see of a list, kept on this device. */
const useVisibility = <R>(list: string, columns: readonly Column<R>[]) => {
  const key = `columns:${list}`;
  const [visibility, setVisibility] = useState<Record<string, boolean>>(() => {
    const start = Object.fromEntries(columns.filter((column) => column.hidden).map(({ id }) => [id, false]));
    try {
      return { ...start, ...JSON.parse(localStorage.getItem(key) ?? "{}") };
    } catch {
      return start;
    }
  });
  const set = (change: typeof visibility | ((was: typeof visibility) => typeof visibility)) => {
    const next = typeof change === "function" ? change(visibility) : change;
    localStorage.setItem(key, JSON.stringify(next));
    setVisibility(next);
  };
  return [visibility, set] as const;
};

/** The model of a list: which columns show, which rows are selected. Sorting and paging are the server's. */
export const useListTable = <R extends object>(given: {
  name: string;
  columns: readonly Column<R>[];
  rows: R[] | undefined;
  rowId: (row: R) => string;
}) => {
  const { name, columns, rows, rowId } = given;
  const [columnVisibility, setColumnVisibility] = useVisibility(name, columns);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, R>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
        enableHiding: !column.always,
      }),
    );
  }, [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows ?? (nothing as R[]),
    getRowId: rowId,
    state: { columnVisibility, rowSelection },
    onColumnVisibilityChange: setColumnVisibility as never,
    onRowSelectionChange: setRowSelection as never,
  });
  const shown = columns.filter(({ id }) => columnVisibility[id] !== false);
  const selectedIds = Object.keys(rowSelection).filter((id) => rowSelection[id]);
  return { table, shown, selectedIds, clearSelection: () => setRowSelection({}) };
};

export type ListTable<R extends object> = ReturnType<typeof useListTable<R>>;
