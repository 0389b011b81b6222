import { useState } from "react";
import { planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { workDays } from "../weekDays.ts";
import { type ChangeKind, changeOf, type Given, missingIn } from "./changes.ts";

/** The change that stands in the form: nothing until its kind is chosen, and counted from when nothing is missing in it. */
export const useChange = (monday: string) => {
  const depots = useQuery(planning.depots, {}).data?.rows ?? [];
  const week = workDays(monday);
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const [given, setGiven] = useState<Given>({
    depotId: null,
    skills: ["vehicle_charging_installation"],
    days: week.slice(0, 5),
    level: "senior",
    from: monday,
    vanId: null,
    mechanicId: null,
    crews: 2,
    minutes: 60,
  });
  const filled = { ...given, depotId: given.depotId ?? depots[0]?.id ?? null };
  return {
    kind,
    setKind,
    given: filled,
    give: (some: Partial<Given>) => setGiven((was) => ({ ...was, ...some })),
    week,
    depots,
    change: kind && changeOf(kind, filled),
    missing: kind && missingIn(kind, filled),
  };
};

export type ChangeInForm = ReturnType<typeof useChange>;
