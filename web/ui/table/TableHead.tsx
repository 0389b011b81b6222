import { Checkbox } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import type { List } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";
import type { Filters } from "../useFilters.ts";
import { type Column, leastWidth, trackOf } from "./column.ts";
import styles from "./DataTable.module.css";
import type { ListTable } from "./useListTable.ts";
import { tableWords } from "./words.ts";

/** The grid of all rows of a table, head and body alike. */
export const gridOf = <R,>(columns: readonly Column<R>[], isSelectable: boolean): CSSProperties => ({
  gridTemplateColumns: [...(isSelectable ? ["36px"] : []), ...columns.map(trackOf)].join(" "),
  minWidth: leastWidth(columns) + (isSelectable ? 36 : 0) + 24,
});

interface HeadProps<R extends object> {
  model: ListTable<R>;
  filters: Filters | undefined;
  isSelectable: boolean;
  list: List<R>;
}

const sortOf = (current: string | undefined, word: string) =>
  current === word ? "ascending" : current === `-${word}` ? "descending" : undefined;

const nextSort = <R,>(column: Column<R>, current: "ascending" | "descending" | undefined) => {
  if (!current) return column.descendingFirst ? `-${column.sort}` : column.sort;
  return current === "ascending" ? `-${column.sort}` : column.sort;
};

/** The head of a table: names of columns, each a button that sorts where the server can sort. */
export const TableHead = <R extends object>({ model, filters, isSelectable, list }: HeadProps<R>) => {
  const t = useWords(tableWords);
  const { shown } = model;
  const current = filters?.values.sort ?? (list.filters as { sort?: string }).sort;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.headRow} style={gridOf(shown, isSelectable)}>
        {isSelectable && (
          <div role="columnheader" className={styles.check}>
            <Checkbox
              size="xs"
              aria-label={t("selectAll")}
              checked={model.areAllSelected}
              indeterminate={model.selectedIds.length > 0 && !model.areAllSelected}
              onChange={model.toggleAll}
            />
          </div>
        )}
        {shown.map((column) => {
          const sorted = column.sort ? sortOf(current, column.sort) : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.headCell}
              data-align={column.align}
              aria-sort={sorted}
            >
              {column.sort && filters ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => filters.set({ sort: nextSort(column, sorted) })}
                >
                  {column.header}
                  {sorted === "ascending" && <IconArrowUp size={13} aria-hidden="true" />}
                  {sorted === "descending" && <IconArrowDown size={13} aria-hidden="true" />}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
