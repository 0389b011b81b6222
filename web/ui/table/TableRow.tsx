import { Checkbox } from "@mantine/core";
import type { MouseEvent, ReactNode } from "react";
import { useChanged } from "../../api/changed.ts";
import { useWords } from "../../words/words.ts";
import { Go } from "../Go.tsx";
import type { Column } from "./column.ts";
import styles from "./DataTable.module.css";
import type { DataTableProps } from "./DataTable.tsx";
import { PhoneCells } from "./PhoneCells.tsx";
import { gridOf } from "./TableHead.tsx";
import type { ListTable } from "./useListTable.ts";
import { tableWords } from "./words.ts";

interface RowProps<R extends object> extends DataTableProps<R> {
  model: ListTable<R>;
  id: string;
  record: R;
  index: number;
  start: number;
  height: number;
  isActive: boolean;
  isReachable: boolean;
  isPhone: boolean;
  onActive: () => void;
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** One row; its main cell holds the link that covers the whole row. */
export const TableRow = <R extends object>(props: RowProps<R>) => {
  const { id, record, index, model, rowTo, onOpen, bulk, isPhone, openId } = props;
  const t = useWords(tableWords);
  const isChanged = useChanged(id);
  const isSelected = model.isSelected(id);

  const link = (content: ReactNode) =>
    rowTo ? (
      <Go
        to={rowTo(record)}
        className={styles.link}
        data-row-link="true"
        tabIndex={props.isReachable ? 0 : -1}
        onFocus={props.onActive}
        onClick={(event) => {
          if (!onOpen || isPhone || !isPlainClick(event)) return;
          event.preventDefault();
          onOpen(record);
        }}
      >
        {content}
      </Go>
    ) : (
      content
    );
  const isMain = (column: Column<R>, at: number) =>
    column.phone === "title" || (at === 0 && !model.shown.some(({ phone }) => phone === "title"));

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={bulk ? isSelected : undefined}
      className={styles.row}
      data-index={index}
      data-selected={isSelected || undefined}
      data-open={openId === id || undefined}
      data-changed={isChanged || undefined}
      data-phone={isPhone || undefined}
      style={{
        ...(isPhone ? {} : gridOf(model.shown, bulk !== undefined)),
        height: props.height,
        transform: `translateY(${props.start}px)`,
      }}
    >
      {isPhone ? (
        <PhoneCells columns={model.shown} record={record} link={link} />
      ) : (
        <>
          {bulk && (
            <div role="cell" className={styles.check}>
              <Checkbox
                size="xs"
                aria-label={t("select")}
                checked={isSelected}
                tabIndex={-1}
                onChange={() => {}}
                onClick={(event) => model.toggleRow(id, event.shiftKey)}
              />
            </div>
          )}
          {model.shown.map((column, at) => (
            <div key={column.id} role="cell" className={styles.cell} data-align={column.align}>
              {isMain(column, at) ? link(column.cell(record)) : column.cell(record)}
            </div>
          ))}
        </>
      )}
    </div>
  );
};
