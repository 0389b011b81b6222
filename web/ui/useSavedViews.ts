import { useSyncExternalStore } from "react";
import type { FilterValues } from "./useFilters.ts";

export interface SavedView {
  name: string;
  values: FilterValues;
}

const listeners = new Set<() => void>();
const cache = new Map<string, SavedView[]>();
const none: SavedView[] = [];

const read = (list: string): SavedView[] => {
  if (!cache.has(list)) {
    try {
      cache.set(list, JSON.parse(localStorage.getItem(`views:${list}`) ?? "[]") as SavedView[]);
    } catch {
      cache.set(list, none);
    }
  }
  return cache.get(list) ?? none;
};

const write = (list: string, views: SavedView[]) => {
  cache.set(list, views);
  localStorage.setItem(`views:${list}`, JSON.stringify(views));
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The views somebody saved of a list on this device: a name for a set of filters. */
export const useSavedViews = (list: string) => {
  const views = useSyncExternalStore(subscribe, () => read(list));
  return {
    views,
    save: (name: string, values: FilterValues) =>
      write(list, [...read(list).filter((view) => view.name !== name), { name, values }]),
    remove: (name: string) =>
      write(
        list,
        read(list).filter((view) => view.name !== name),
      ),
  };
};
