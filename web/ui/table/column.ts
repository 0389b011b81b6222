import type { ReactNode } from "react";

/** A column of a list. */
export interface Column<R> {
  id: string;
  header: string;
  cell: (row: R) => ReactNode;
  /** Pixels for a fixed column; for the rest `{ min, grow }`. 140 growing once when left out. */
  width?: number | { min: number; grow?: number };
  align?: "left" | "right";
  /** The sort word of the list's contract. */
  sort?: string;
  /** The first click sorts from high to low; for dates and amounts. */
  descendingFirst?: boolean;
  /** Starts hidden; people can choose it. */
  hidden?: boolean;
  /** Cannot be hidden. */
  always?: boolean;
  /** What an export writes; without it the column is not exported. */
  csv?: (row: R) => string | number | null | undefined;
  /** Stands in an export also where the column is hidden. */
  exported?: boolean;
  /** Its place on a phone, where a row is two lines; left out there when not given. */
  phone?: "title" | "side" | "line";
}

/** Declares columns, typed by the row: `const columns = columnsOf<OrderRow>([…])`. */
export const columnsOf = <R>(columns: Column<R>[]) => columns;

/** The grid track of a column. */
export const trackOf = <R>({ width = { min: 140 } }: Column<R>) =>
  typeof width === "number" ? `${width}px` : `minmax(${width.min}px, ${width.grow ?? 1}fr)`;

/** The width below which the table scrolls sideways. */
export const leastWidth = <R>(columns: readonly Column<R>[]) =>
  columns.reduce((sum, { width = { min: 140 } }) => sum + (typeof width === "number" ? width : width.min), 0);
