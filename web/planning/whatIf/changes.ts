import type { MechanicLevel, WhatIfChange } from "#planning/contract";

export const changeKinds = [
  "add_crew",
  "enough_crews",
  "hire",
  "open_saturday",
  "lose_van",
  "away",
  "longer",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What was filled in, for whichever kind of change. */
export interface Given {
  depotId: string | null;
  skills: string[];
  days: string[];
  level: MechanicLevel;
  from: string;
  vanId: string | null;
  mechanicId: string | null;
  crews: number;
  minutes: number;
}

const asks: Record<"depot" | "skills" | "days", readonly ChangeKind[]> = {
  depot: ["add_crew", "enough_crews", "hire"],
  skills: ["add_crew", "enough_crews", "hire"],
  days: ["add_crew", "enough_crews", "lose_van", "away"],
};

/** Whether a kind of change asks for a depot, skills or days. */
export const asksFor = (kind: ChangeKind, what: keyof typeof asks): boolean => asks[what].includes(kind);

/** What has to be filled in still before this is a change; nothing when it is one. */
export const missingIn = (kind: ChangeKind, given: Given): "depot" | "van" | "person" | "days" | null => {
  if (asksFor(kind, "depot") && !given.depotId) return "depot";
  if (kind === "lose_van" && !given.vanId) return "van";
  if (kind === "away" && !given.mechanicId) return "person";
  return asksFor(kind, "days") && given.days.length === 0 ? "days" : null;
};

/** The change that was filled in; nothing while something is missing. */
export const changeOf = (kind: ChangeKind, given: Given): WhatIfChange | null => {
  if (missingIn(kind, given)) return null;
  const { depotId, skills, days, level, from, vanId, mechanicId, crews, minutes } = given;
  switch (kind) {
    case "add_crew":
    case "enough_crews":
      return { kind, depotId: depotId!, skills, days };
    case "hire":
      return { kind, depotId: depotId!, skills, level, from };
    case "open_saturday":
      return { kind, crews };
    case "lose_van":
      return { kind, vanId: vanId!, days };
    case "away":
      return { kind, mechanicId: mechanicId!, days };
    case "longer":
      return { kind, minutes };
  }
};
