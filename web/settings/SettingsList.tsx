import type { ReactNode } from "react";
import type { InputOf } from "#platform/contract";
import type { AnyEndpoint } from "../api/call.ts";
import { type RowOf, useList } from "../api/queries.ts";
import type { Choice } from "../ui/filter/ChoiceFilter.tsx";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { BesideList } from "../ui/SidePanel.tsx";
import type { Column } from "../ui/table/column.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { type FilterValues, useOpenRecord } from "../ui/useFilters.ts";
import styles from "./settings.module.css";
import { useTabFilters } from "./useTabFilters.ts";

interface SettingsListProps<E extends AnyEndpoint> {
  /** Which part of the settings it is, and under which name its columns are kept. */
  tab: string;
  label: string;
  endpoint: E;
  columns: readonly Column<RowOf<E> & { id: string }>[];
  empty: ReactNode;
  search?: string;
  choices?: readonly Choice[];
  /** What is asked for the filters in the address, where that is not the same. */
  asks?: (values: FilterValues) => FilterValues;
  /** Beside the filters, such as a button that adds. */
  action?: ReactNode;
  /** What opens beside the list when a row is chosen. */
  panel?: (row: RowOf<E> & { id: string }, close: () => void) => ReactNode;
}

/** A list of the settings: filters in the address, and the chosen row beside it. */
export const SettingsList = <E extends AnyEndpoint>(given: SettingsListProps<E>) => {
  const { tab, label, endpoint, columns, empty, search, choices, action, panel, asks } = given;
  type Row = RowOf<E> & { id: string };
  const filters = useTabFilters();
  const { openId, open } = useOpenRecord();
  const list = useList(endpoint, (asks?.(filters.values) ?? filters.values) as Partial<InputOf<E>>);
  const rows = list.rows as Row[] | undefined;
  const chosen = panel && rows?.find(({ id }) => id === openId);
  const table = (
    <DataTable<Row>
      name={tab}
      label={label}
      list={{ ...list, rows }}
      columns={columns}
      rowId={(row) => row.id}
      filters={filters}
      empty={empty}
      {...(panel
        ? {
            rowTo: (row: Row) => `/settings?tab=${tab}&open=${row.id}`,
            onOpen: (row: Row) => open(row.id),
            openId,
          }
        : {})}
    >
      <div className={styles.tools}>
        <FilterBar
          filters={filters}
          {...(search ? { search: { name: "search", placeholder: search } } : {})}
          {...(choices ? { choices } : {})}
        />
        {action}
      </div>
    </DataTable>
  );
  if (!panel) return table;
  return <BesideList list={table} panel={chosen && panel(chosen, () => open(undefined))} />;
};
