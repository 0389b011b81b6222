import { Skeleton } from "@mantine/core";
import type { Column } from "./column.ts";
import styles from "./DataTable.module.css";
import { gridOf } from "./TableHead.tsx";

interface SkeletonRowsProps<R> {
  columns: readonly Column<R>[];
  isSelectable: boolean;
  isPhone: boolean;
}

const part = (row: number, column: number) => `${45 + ((row * 31 + column * 17) % 45)}%`;

/** Rows in their final shape while the first page is on its way. */
export const SkeletonRows = <R,>({ columns, isSelectable, isPhone }: SkeletonRowsProps<R>) => (
  <div role="rowgroup">
    {Array.from({ length: isPhone ? 9 : 14 }, (_, row) => (
      <div
        key={row}
        role="row"
        className={styles.skeleton}
        data-phone={isPhone || undefined}
        style={isPhone ? {} : gridOf(columns, isSelectable)}
      >
        {isSelectable && !isPhone && <span role="cell" className={styles.check} />}
        {(isPhone ? columns.slice(0, 2) : columns).map((column, index) => (
          <span
            key={column.id}
            role="cell"
            className={styles.cell}
            data-align={isPhone ? undefined : column.align}
          >
            <Skeleton height={10} width={part(row, index)} radius="xs" />
          </span>
        ))}
      </div>
    ))}
  </div>
);
