import { useSyncExternalStore } from "react";

const changedAt = new Map<string, number>();
const listeners = new Set<() => void>();
const lasts = 2_400;

const notify = () => {
  for (const listener of listeners) listener();
};

/** Marks things that somebody else just changed; the mark fades by itself. */
export const markChanged = (ids: readonly string[]) => {
  const now = Date.now();
  for (const id of ids) changedAt.set(id, now);
  notify();
  setTimeout(() => {
    for (const id of ids) if (Date.now() - (changedAt.get(id) ?? 0) >= lasts) changedAt.delete(id);
    notify();
  }, lasts + 20);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Whether this thing was changed by somebody else in the last moments; for a short highlight. */
export const useChanged = (id: string) => useSyncExternalStore(subscribe, () => changedAt.has(id));
