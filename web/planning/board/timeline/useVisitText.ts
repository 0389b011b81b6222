import type { PlanVisit } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useDuration, useVisitNames } from "../../visitNames.ts";
import { boardWords } from "../words/board.ts";

/** `08:30` from a minute of the day; past midnight, where a day that does not fit may end, `01:30 +1`. */
export const clockOf = (minute: number): string => {
  const hours = Math.floor(minute / 60);
  const clock = `${String(hours % 24).padStart(2, "0")}:${String(Math.round(minute % 60)).padStart(2, "0")}`;
  return hours < 24 ? clock : `${clock} +1`;
};

/** A visit in one sentence, for those who hear the board instead of seeing it. */
export const useVisitText = () => {
  const t = useWords(boardWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { day } = useFormats();
  return (visit: PlanVisit, crewName: string | undefined): string => {
    const { at } = visit;
    const when = at
      ? t("at", { day: day(at.on), time: clockOf(at.start), crew: crewName ?? "" })
      : t("unplanned");
    const marks = [
      visit.isFirm && t("firm"),
      at?.isPinned && t("pinned"),
      visit.isChanged && t("moved"),
      visit.isLocked && t("locked"),
      at && visit.breaches.length > 0 && t("broken"),
    ].filter(Boolean);
    const facts = {
      number: visit.number,
      customer: visit.customerName,
      place: visit.place ?? "",
      when,
      kind: names("kind", visit.kind),
      duration: duration(visit.minutes),
    };
    return [t("visit", facts), ...marks].join(" ");
  };
};
