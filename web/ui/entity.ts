import { useSyncExternalStore } from "react";

export interface EntityBrand {
  code: string;
  name: string;
  colour: string;
  accent: string;
}

const listeners = new Set<() => void>();
let chosen: string | undefined = globalThis.localStorage?.getItem("entity") ?? undefined;

/** Chooses the business entity whose work is shown; `undefined` shows all of them. */
export const chooseEntity = (code: string | undefined) => {
  chosen = code;
  if (code) localStorage.setItem("entity", code);
  else localStorage.removeItem("entity");
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The code of the chosen entity, or `undefined` for all; lists give it to the server as a filter. */
export const useEntityCode = () => useSyncExternalStore(subscribe, () => chosen);

/** The chosen one of the entities somebody may see. */
export const useEntity = (entities: readonly EntityBrand[]): EntityBrand | undefined => {
  const code = useEntityCode();
  const only = entities.length === 1 ? entities[0] : undefined;
  return only ?? entities.find((entity) => entity.code === code);
};
