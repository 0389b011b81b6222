import { useEffect, useSyncExternalStore } from "react";
import { orders, type StatusSetting } from "#orders/contract";
import { useQuery } from "../api/queries.ts";

let tuned: ReadonlyMap<string, StatusSetting> = new Map();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What the office made of a status; nothing before it is known, and then the product's own words and colours stand. */
export const tunedStatus = (status: string): StatusSetting | undefined => tuned.get(status);

/** Draws a component anew when the office changes words or colours of statuses. */
export const useTunedStatuses = () => useSyncExternalStore(subscribe, () => tuned);

/** Keeps words and colours of statuses as the office has them; stands once in the frame of an app. */
export const TunedStatuses = () => {
  const { data } = useQuery(orders.statusSettings, {}, { fresh: 300_000 });
  useEffect(() => {
    if (!data) return;
    tuned = new Map(data.rows.map((row) => [row.status, row]));
    for (const listener of listeners) listener();
  }, [data]);
  return null;
};
