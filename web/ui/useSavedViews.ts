import { useEffect, useRef } from "react";
import { views } from "#platform/views/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import type { Filters, FilterValues } from "./useFilters.ts";

/** What earlier versions kept on this device only; moved to the server once. */
const keptHere = (list: string): { name: string; values: FilterValues }[] => {
  try {
    return JSON.parse(localStorage.getItem(`views:${list}`) ?? "[]");
  } catch {
    return [];
  }
};

/** What says how a list is shown, and not which rows. */
const ways = new Set(["view", "sort"]);

/** A list that is opened without any filter opens with the view somebody chose for it, once. */
const useDefaultView = (filters: Filters, view: { filters: FilterValues } | undefined, isKnown: boolean) => {
  const isSettled = useRef(Object.keys(filters.values).some((name) => !ways.has(name)));
  useEffect(() => {
    if (!isKnown || isSettled.current) return;
    isSettled.current = true;
    if (view) filters.set(view.filters);
  }, [isKnown, view, filters]);
};

/** The views of a list, kept on the server: one's own and those that colleagues share. */
export const useSavedViews = (list: string, filters: Filters) => {
  const { data } = useQuery(views.savedViews, { list }, { fresh: 60_000 });
  const save = useAction(views.saveView);
  const change = useAction(views.changeView, { onProblem: () => undefined });
  const remove = useAction(views.removeView);
  const setDefault = useAction(views.setDefaultView);
  const rows = data?.rows ?? [];
  useDefaultView(
    filters,
    rows.find(({ isDefault }) => isDefault),
    data !== undefined,
  );
  const { run } = save;
  useEffect(() => {
    if (!data) return;
    for (const { name, values } of keptHere(list)) run({ list, name, filters: values });
    localStorage.removeItem(`views:${list}`);
  }, [data, list, run]);
  return {
    views: rows,
    save: (name: string, shared: boolean) => save.run({ list, name, filters: filters.values, shared }),
    change,
    remove: (viewId: string) => remove.run({ viewId }),
    setDefault: (viewId: string | null) => setDefault.run({ list, viewId }),
  };
};
