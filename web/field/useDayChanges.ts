import { useEffect, useRef, useState } from "react";
import type { field, StopView } from "#field/contract";
import type { OutputOf } from "#platform/contract";
import { markChanged } from "../api/changed.ts";

type FieldDay = OutputOf<typeof field.day>;

const timesOf = (stops: readonly StopView[]) =>
  new Map(stops.map(({ visitId, plannedStart }) => [visitId, plannedStart]));

/**
 * Whether planning changed the day while it was being looked at: a stop came, went or begins at another time. The stops it concerns light
 * up for a moment.
 */
export const useDayChanges = (day: FieldDay | undefined): boolean => {
  const [changedOn, setChangedOn] = useState<string>();
  const known = useRef<{ on: string; times: Map<string, string | null> }>(undefined);
  useEffect(() => {
    if (!day) return;
    const before = known.current;
    const times = timesOf(day.stops);
    known.current = { on: day.on, times };
    if (before?.on !== day.on) return;
    const touched = [...times].filter(([id, at]) => before.times.get(id) !== at).map(([id]) => id);
    const isGone = [...before.times.keys()].some((id) => !times.has(id));
    if (touched.length === 0 && !isGone) return;
    markChanged(touched);
    setChangedOn(day.on);
  }, [day]);
  return day !== undefined && changedOn === day.on;
};
