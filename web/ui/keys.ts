import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export interface KeyBinding {
  /** As `KeyboardEvent.key`; a sequence is written with a space: `g o`. */
  key: string;
  label: string;
  /** Without it the key is only told: another part of the screen listens to it. */
  run?: (event: KeyboardEvent) => void;
}

export interface Registered {
  group: string;
  bindings: KeyBinding[];
}

const registered: Registered[] = [];
const listeners = new Set<() => void>();
let snapshot: readonly Registered[] = [];
let pending = "";
let forget: ReturnType<typeof setTimeout> | undefined;

const notify = () => {
  snapshot = workingKeys(registered).filter(({ bindings }) => bindings.length > 0);
  for (const listener of listeners) listener();
};

/** Whether keys are text where they arrive. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));

const isBusyElsewhere = (event: KeyboardEvent) =>
  event.defaultPrevented ||
  event.metaKey ||
  event.ctrlKey ||
  event.altKey ||
  isTyping(event.target) ||
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** The keys that work, those of the newest part of the screen first; a key that means something there means nothing else. */
export const workingKeys = (all: readonly Registered[]): Registered[] => {
  const taken = new Set<string>();
  return all.toReversed().map(({ group, bindings }) => {
    const own = bindings.filter(({ key }) => !taken.has(key));
    for (const { key } of own) taken.add(key);
    return { group, bindings: own };
  });
};

const onKeyDown = (event: KeyboardEvent) => {
  if (isBusyElsewhere(event)) return;
  const sequence = pending ? `${pending} ${event.key}` : event.key;
  const all = workingKeys(registered).flatMap(({ bindings }) => bindings.filter(({ run }) => run));
  const found = all.find(({ key }) => key === sequence) ?? all.find(({ key }) => key === event.key);
  clearTimeout(forget);
  pending = "";
  if (found) {
    event.preventDefault();
    found.run?.(event);
  } else if (all.some(({ key }) => key.startsWith(`${event.key} `))) {
    pending = event.key;
    forget = setTimeout(() => {
      pending = "";
    }, 1_000);
  }
};

const register = (entry: Registered) => {
  if (registered.length === 0) addEventListener("keydown", onKeyDown);
  registered.push(entry);
  notify();
  return () => {
    registered.splice(registered.indexOf(entry), 1);
    if (registered.length === 0) removeEventListener("keydown", onKeyDown);
    notify();
  };
};

/** Keys of a part of the screen while it is shown; `?` lists them under the name of the group. */
export const useKeys = (group: string, bindings: KeyBinding[]) => {
  const labels = JSON.stringify(bindings.map(({ key, label, run }) => ({ key, label, isTold: !run })));
  const run = useEffectEvent((index: number, event: KeyboardEvent) => bindings[index]?.run?.(event));
  useEffect(() => {
    const shown = JSON.parse(labels) as (Omit<KeyBinding, "run"> & { isTold: boolean })[];
    return register({
      group,
      bindings: shown.map(({ isTold, ...binding }, index) => ({
        ...binding,
        ...(isTold ? {} : { run: (event: KeyboardEvent) => run(index, event) }),
      })),
    });
  }, [group, labels]);
};

/** Every key that works now, by group, the newest part of the screen first. */
export const useRegisteredKeys = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => snapshot,
  );
