import { tellDone } from "../../../ui/tell.ts";
import { toast } from "../../../ui/toasts.ts";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import type { Target } from "../store/localMove.ts";
import type { BoardTools } from "../store/useBoard.ts";
import { clockOf } from "../timeline/useVisitText.ts";
import { boardWords } from "../words/board.ts";
import { afterPicture } from "./afterPicture.ts";

type Tools = Pick<BoardTools, "store" | "moves">;

/** Moves visits and says in words what happened, with the way back; what has begun stays. */
export const useMoveVisits = ({ store, moves }: Tools) => {
  const t = useWords(boardWords);
  const { day } = useFormats();
  /** A crew cannot be everywhere at the minute it was asked for; what became of it is not left to be noticed. */
  const tellOtherTime = (id: string, wanted: number | undefined) => {
    const visit = store.get().visits.get(id);
    const start = visit?.at?.start;
    if (wanted === undefined || start === undefined || start === wanted) return;
    const facts = { customer: visit!.customerName, wanted: clockOf(wanted), time: clockOf(start) };
    toast({ tone: "warning", message: t("otherTime", facts) });
  };
  return (ids: readonly string[], to: Target | null) => {
    const { visits, days } = store.get();
    const known = ids.flatMap((id) => visits.get(id) ?? []);
    const movable = known.filter(({ isLocked, at }) => !isLocked && (to !== null || at !== null));
    if (known.some(({ isLocked }) => isLocked)) toast({ tone: "info", message: t("cannotMove") });
    const [first] = movable;
    if (!first) return;
    const movedIds = movable.map(({ id }) => id);
    if (isWhereItWas(days, movedIds, to)) return;
    moves.move(movedIds, to, () => tellOtherTime(first.id, to?.start));
    const crew = to && days.get(to.crewId);
    const text = crew
      ? t("movedTo", { customer: first.customerName, crew: crew.name, day: day(crew.on) })
      : t("takenOff", { count: movable.length });
    void afterPicture().then(() =>
      tellDone(movable.length > 1 && crew ? t("movedMany", { count: movable.length }) : text, moves.undo),
    );
  };
};

/** Dropped on the very place it came from. */
const isWhereItWas = (
  days: ReadonlyMap<string, { visitIds: readonly string[] }>,
  ids: readonly string[],
  to: Target | null,
) => {
  if (ids.length > 1 || !to || to.afterId === undefined || to.start !== undefined) return false;
  const stops = days.get(to.crewId)?.visitIds ?? [];
  const index = stops.indexOf(ids[0]!);
  return index >= 0 && (stops[index - 1] ?? null) === to.afterId;
};
