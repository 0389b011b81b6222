import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconColumns3, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { mostCounted } from "#platform/contract";
import { everyRow, type List, useTotal } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";
import { csvOf, download } from "../csv.ts";
import { tellDone, tellProblem } from "../tell.ts";
import type { Column } from "./column.ts";
import styles from "./DataTable.module.css";
import type { ListTable } from "./useListTable.ts";
import { tableWords } from "./words.ts";

interface ToolsProps<R extends object> {
  name: string;
  list: List<R>;
  columns: readonly Column<R>[];
  model: ListTable<R>;
}

/** Choice of columns and export, on the right above a table. */
export const TableTools = <R extends object>({ name, list, columns, model }: ToolsProps<R>) => {
  const t = useWords(tableWords);
  const [count, setCount] = useState<number>();
  const total = useTotal(list);

  const exportAll = async () => {
    const besides = columns.filter((column) => column.exported && !model.isShown(column));
    const exported = [...model.shown, ...besides].filter(({ csv }) => csv);
    setCount(0);
    try {
      const rows = await everyRow<R>(list.endpoint, list.filters, setCount);
      const lines = rows.map((row) => exported.map(({ csv }) => csv?.(row)));
      download(
        `${name}.csv`,
        csvOf(
          exported.map(({ header }) => header),
          lines,
        ),
      );
      tellDone(t("exported", { count: rows.length }));
    } catch (error) {
      tellProblem(error);
    } finally {
      setCount(undefined);
    }
  };

  return (
    <div className={styles.tools}>
      {count === undefined && total !== undefined && (
        <span className={styles.progress}>
          {total > mostCounted ? t("many", { count: mostCounted }) : t("end", { count: total })}
        </span>
      )}
      {count !== undefined && <span className={styles.progress}>{t("exporting", { count })}</span>}
      {columns.some(({ csv }) => csv) && (
        <Tooltip label={t("export")}>
          <ActionIcon aria-label={t("export")} loading={count !== undefined} onClick={() => void exportAll()}>
            <IconDownload size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <Tooltip label={t("columns")}>
            <ActionIcon aria-label={t("columns")}>
              <IconColumns3 size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("columns")}</Menu.Label>
          {columns
            .filter(({ always }) => !always)
            .map((column) => (
              <Menu.CheckboxItem
                key={column.id}
                checked={model.isShown(column)}
                onChange={() => model.toggleColumn(column)}
              >
                {column.header}
              </Menu.CheckboxItem>
            ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
};
