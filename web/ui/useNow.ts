import { useSyncExternalStore } from "react";

const minute = 60_000;
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

const tick = () => {
  now = new Date();
  for (const listener of listeners) listener();
};

const listen = (listener: () => void) => {
  listeners.add(listener);
  timer ??= setInterval(tick, minute);
  if (Date.now() - now.getTime() > minute) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

/** The time, once a minute anew for every clock on the screen together. */
export const useNow = (): Date => useSyncExternalStore(listen, () => now);
