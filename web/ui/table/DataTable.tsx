import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useRef } from "react";
import type { List } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";
import { EmptyState, ErrorState } from "../states.tsx";
import type { Filters } from "../useFilters.ts";
import { BulkBar } from "./BulkBar.tsx";
import type { Column } from "./column.ts";
import styles from "./DataTable.module.css";
import { TableBody } from "./TableBody.tsx";
import { TableHead } from "./TableHead.tsx";
import { TableTools } from "./TableTools.tsx";
import { useListTable } from "./useListTable.ts";
import { tableWords } from "./words.ts";

export interface DataTableProps<R extends object> {
  /** Under this name people's choice of columns is kept; also the name of an exported file. */
  name: string;
  /** What a screen reader calls the table. */
  label: string;
  list: List<R>;
  columns: readonly Column<R>[];
  rowId: (row: R) => string;
  /** The page of a row; makes the whole row a link. */
  rowTo?: (row: R) => string;
  /** Opens a row beside the list instead of going to its page. */
  onOpen?: (row: R) => void;
  openId?: string | undefined;
  filters?: Filters;
  /** What to do with selected rows; makes rows selectable. */
  bulk?: (ids: string[], clear: () => void) => ReactNode;
  /** What belongs in this list and how it gets there. */
  empty: ReactNode;
  /** Filters, on the left of the bar above the table. */
  children?: ReactNode;
}

const pagingWords = new Set(["sort", "limit", "cursor", "view"]);

/** A list of any length: sorted and paged by the server, drawn only where one looks, worked with by keyboard. */
export const DataTable = <R extends object>(props: DataTableProps<R>) => {
  const { name, label, list, columns, rowId, filters, bulk, empty, children } = props;
  const t = useWords(tableWords);
  const scroller = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const model = useListTable({ name, columns, rows: list.rows, rowId });
  const isFiltered = Object.keys(filters?.values ?? {}).some((key) => !pagingWords.has(key));
  const isEmpty = !list.isLoading && !list.error && list.rows?.length === 0;

  return (
    <div className={styles.frame}>
      <div className={styles.bar} data-print="no">
        <div className={styles.filters}>{children}</div>
        {!isPhone && <TableTools name={name} list={list} columns={columns} model={model} />}
      </div>
      {list.error && !list.rows ? (
        <ErrorState error={list.error} retry={list.retry} />
      ) : isEmpty && isFiltered ? (
        <EmptyState
          title={t("nothingFound")}
          text={t("nothingFoundText")}
          action={
            <button type="button" className="cc-link-button" onClick={filters?.clear}>
              {t("clearFilters")}
            </button>
          }
        />
      ) : isEmpty ? (
        empty
      ) : (
        <div
          ref={scroller}
          className={styles.scroller}
          role="table"
          aria-label={label}
          aria-busy={list.isLoading || list.isStale}
          aria-rowcount={list.hasMore || !list.rows ? -1 : list.rows.length + 1}
          data-stale={list.isStale}
          // A box that scrolls must be reachable without rows to focus
          tabIndex={props.rowTo ? undefined : 0}
        >
          {!isPhone && (
            <TableHead model={model} filters={filters} isSelectable={bulk !== undefined} list={list} />
          )}
          <TableBody {...props} model={model} scroller={scroller} isPhone={isPhone} />
        </div>
      )}
      {bulk && model.selectedIds.length > 0 && (
        <BulkBar count={model.selectedIds.length} onClear={model.clearSelection}>
          {bulk(model.selectedIds, model.clearSelection)}
        </BulkBar>
      )}
    </div>
  );
};
