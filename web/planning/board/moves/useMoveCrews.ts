import type { CrewMove } from "#planning/contract";
import { tellDone } from "../../../ui/tell.ts";
import { toast } from "../../../ui/toasts.ts";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import type { BoardTools } from "../store/useBoard.ts";
import { boardCrewWords } from "../words/crews.ts";
import { afterPicture } from "./afterPicture.ts";

const most = 3;
const said = { van: "drives", depot: "leaves", away: "goneAgain" } as const;

/** Changes crews of the draft and says in words what happened, with the way back. */
export const useMoveCrews = ({ store, moves }: Pick<BoardTools, "store" | "moves">) => {
  const t = useWords(boardCrewWords);
  const { day } = useFormats();
  const textOf = (move: CrewMove, name: string) => {
    const { days } = store.get();
    if (move.kind === "new") return t("isNew", { crew: move.name, day: day(move.on) });
    if (move.kind !== "person") {
      const crew = days.get(move.crewId)!;
      return t(said[move.kind], { crew: crew.name, day: day(crew.on) });
    }
    const to = days.get(move.toCrewId ?? "");
    if (to) return t("goes", { name, crew: to.name, day: day(to.on) });
    return t("off", { name, day: day(days.get(move.fromCrewId ?? "")!.on) });
  };
  /** `name` is the person's; a van or depot needs none. */
  return (move: CrewMove, name = "") => {
    const to = move.kind === "person" && store.get().days.get(move.toCrewId ?? "");
    if (to && to.members.length >= most) {
      toast({ tone: "info", message: t("full", { crew: to.name }) });
      return;
    }
    const text = textOf(move, name);
    moves.changeCrews(move);
    void afterPicture().then(() => tellDone(text, moves.undo));
  };
};
