import { planning, type WhatIfChange } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { meansWords } from "../means/words.ts";
import { whatIfWords } from "./words.ts";

/** A change in a sentence. */
export const useChangeText = () => {
  const t = useWords(whatIfWords);
  const m = useWords(meansWords);
  const { day } = useFormats();
  const vans = useQuery(planning.vans, {}).data?.rows ?? [];
  const people = useQuery(planning.mechanics, {}).data?.rows ?? [];
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? "…";
  const daysOf = (days: readonly string[]) => days.map((on) => day(on)).join(", ");
  return (change: WhatIfChange): string => {
    switch (change.kind) {
      case "add_crew":
        return t("sentence.add_crew", { days: daysOf(change.days) });
      case "enough_crews":
        return t("sentence.enough_crews", { days: daysOf(change.days) });
      case "hire":
        return t("sentence.hire", { level: m(`levels.${change.level}`), from: day(change.from) });
      case "open_saturday":
        return t("sentence.open_saturday", { crews: change.crews });
      case "lose_van":
        return t("sentence.lose_van", { name: nameOf(vans, change.vanId), days: daysOf(change.days) });
      case "away":
        return t("sentence.away", { name: nameOf(people, change.mechanicId), days: daysOf(change.days) });
      case "longer":
        return t("sentence.longer", { minutes: String(change.minutes) });
    }
  };
};
