import type { ReactNode } from "react";
import type { Column } from "./column.ts";
import styles from "./DataTable.module.css";

interface PhoneCellsProps<R> {
  columns: readonly Column<R>[];
  record: R;
  link: (content: ReactNode) => ReactNode;
}

/** A row on a phone: the title with one thing beside it, the rest on a second line. */
export const PhoneCells = <R,>({ columns, record, link }: PhoneCellsProps<R>) => {
  const title = columns.find(({ phone }) => phone === "title") ?? columns[0];
  const side = columns.find(({ phone }) => phone === "side");
  const lines = columns.filter(({ phone }) => phone === "line");
  return (
    <div role="cell" className={styles.phone}>
      <div className={styles.phoneTop}>
        <span className={styles.phoneTitle}>{title && link(title.cell(record))}</span>
        {side && <span className={styles.phoneSide}>{side.cell(record)}</span>}
      </div>
      <div className={styles.phoneLine}>
        {lines.map((column) => (
          <span key={column.id} className={styles.phonePart}>
            {column.cell(record)}
          </span>
        ))}
      </div>
    </div>
  );
};
