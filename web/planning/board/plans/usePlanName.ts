import type { PlanRow } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { dialogWords } from "../words/dialogs.ts";

/** What a plan is called: as somebody named it, or, for a way to mend the plan, which way it is and, the same for all of them, what happened. */
export const usePlanName = () => {
  const t = useWords(dialogWords);
  return ({ name, repair }: Pick<PlanRow, "name" | "repair">): string =>
    repair && name === "" ? `${t(`disrupt.kinds.${repair.way}`)} · ${t(`disrupt.${repair.what}`)}` : name;
};
