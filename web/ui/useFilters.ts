import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

/** Filters as they stand in the address: names and texts; several values of one name are joined by commas. */
export type FilterValues = Record<string, string>;

export interface Filters {
  values: FilterValues;
  /** Changes some; `undefined` or `""` takes one away. Goes into the address without a step back. */
  set: (change: Record<string, string | undefined>) => void;
  /** The values of one filter. */
  many: (name: string) => string[];
  clear: () => void;
}

const own = new Set(["open"]);

/** The filters of this screen, kept in the address so that it can be shared, saved and gone back to. */
export const useFilters = (): Filters => {
  const search = useSearch({ strict: false }) as FilterValues;
  const navigate = useNavigate();
  const values = useMemo(
    () => Object.fromEntries(Object.entries(search).filter(([name]) => !own.has(name))),
    [search],
  );
  const go = useCallback(
    (next: (was: FilterValues) => Record<string, string | undefined>) =>
      void navigate({ to: ".", replace: true, search: ((was: FilterValues) => tidy(next(was))) as never }),
    [navigate],
  );
  return {
    values,
    set: (change) => go((was) => ({ ...was, ...change })),
    many: (name) => values[name]?.split(",").filter(Boolean) ?? [],
    clear: () => go((was) => Object.fromEntries(Object.entries(was).filter(([name]) => own.has(name)))),
  };
};

const tidy = (values: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));

/** The record that stands open beside the list, kept in the address as `open`. */
export const useOpenRecord = () => {
  const { open } = useSearch({ strict: false }) as { open?: string };
  const navigate = useNavigate();
  return {
    openId: open,
    open: (id: string | undefined) =>
      void navigate({
        to: ".",
        replace: true,
        search: ((was: FilterValues) => tidy({ ...was, open: id })) as never,
      }),
  };
};
