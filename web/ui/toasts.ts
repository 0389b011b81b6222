import { useSyncExternalStore } from "react";
import type { Tone } from "./theme.ts";

export interface Toast {
  id: number;
  tone: Tone;
  message: string;
  /** Something to do about it while it stands, such as taking it back. */
  action?: { label: string; run: () => void };
  /** It stands until somebody closes it, because what it tells is told nowhere else. */
  stays?: true;
}

const most = 3;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

const change = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};

/** Takes a message away. */
export const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Shows a message in the corner of the screen; of those that pass, the last few stand. */
export const toast = (given: Omit<Toast, "id">) => {
  lastId += 1;
  const others = toasts.filter(({ message, stays }) => stays || message !== given.message);
  const all = [...others, { ...given, id: lastId }];
  const shown = all.filter(({ stays }) => !stays).slice(-most);
  change(all.filter((each) => each.stays || shown.includes(each)));
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The messages that stand now, the oldest first. */
export const standing = () => toasts;

/** The same, for a screen that follows them. */
export const useToasts = () => useSyncExternalStore(subscribe, standing);
