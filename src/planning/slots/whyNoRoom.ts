import type { Demand } from "./demand.ts";
import { covers } from "./insertion.ts";
import { fitsOn } from "./offers.ts";
import type { CrewDay } from "./route.ts";
import type { NoRoom } from "./views.ts";

/** What comes first of that which leaves a visit no half day. */
export const whyNoRoom = (days: readonly CrewDay[], demand: Demand): NoRoom => {
  if (demand.isBookable === false) return "linked";
  if (days.length === 0) return "no_crews";
  const able = days.filter((day) => covers(day, demand.skills));
  if (able.length === 0) return "skills";
  const empty = able.map((day) => ({ ...day, stops: [] }));
  const anyTime = { ...demand, windows: null, wishedPart: null };
  return fitsOn(empty, anyTime, "morning").length > 0 || fitsOn(empty, anyTime, "afternoon").length > 0
    ? "full"
    : "too_long";
};
