import type { PlanPlace } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useVisitNames } from "../../visitNames.ts";
import { useBoard } from "../store/useBoard.ts";
import { clockOf } from "../timeline/useVisitText.ts";
import { sideWords } from "../words/side.ts";

/** `Ploeg 3, di 24 nov 08:30 (ochtend)` */
export const usePlaceText = () => {
  const t = useWords(sideWords);
  const names = useVisitNames();
  const { day } = useFormats();
  const { store } = useBoard();
  return (at: PlanPlace | null): string => {
    if (!at) return t("nowhere");
    const crew = store.get().days.get(at.crewId)?.name;
    const moment = { day: day(at.on), time: clockOf(at.start), part: names("part", at.part) };
    // A way to mend may reach beyond the days on the board, whose crews it does not know.
    return crew === undefined ? t("placeOn", moment) : t("placeAt", { crew, ...moment });
  };
};
