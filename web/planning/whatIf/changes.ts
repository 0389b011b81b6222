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

/** The change that was filled in; nothing while something is missing. */
export const changeOf = (kind: ChangeKind, given: Given): WhatIfChange | null => {
  const { depotId, skills, days, level, from, vanId, mechanicId, crews, minutes } = given;
  if (asksFor(kind, "depot") && !depotId) return null;
  if (asksFor(kind, "days") && days.length === 0) return null;
  switch (kind) {
    case "add_crew":
    case "enough_crews":
      return { kind, depotId: depotId!, skills, days };
    case "hire":
      return { kind, depotId: depotId!, skills, level, from };
    case "open_saturday":
      return { kind, crews };
    case "lose_van":
      return vanId ? { kind, vanId, days } : null;
    case "away":
      return mechanicId ? { kind, mechanicId, days } : null;
    case "longer":
      return { kind, minutes };
  }
};
