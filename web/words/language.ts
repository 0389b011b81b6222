import { useSyncExternalStore } from "react";

export type Language = "nl" | "en";

const listeners = new Set<() => void>();
const isLanguage = (value: string | null): value is Language => value === "nl" || value === "en";

const remembered = (): Language | undefined => {
  const value = globalThis.localStorage?.getItem("language") ?? null;
  return isLanguage(value) ? value : undefined;
};

let current: Language = remembered() ?? "nl";

/** The language of this screen; Dutch until somebody chooses otherwise. */
export const language = () => current;

/** Changes the language of every screen in this tab and remembers it. */
export const chooseLanguage = (next: Language) => {
  current = next;
  globalThis.localStorage?.setItem("language", next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
};

/** Uses the language of the account, unless one was chosen on this device. */
export const suggestLanguage = (next: Language) => {
  if (!remembered() && next !== current) {
    chooseLanguage(next);
    globalThis.localStorage?.removeItem("language");
  }
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The language of this screen, following changes. */
export const useLanguage = () => useSyncExternalStore(subscribe, language, language);
