import { planning } from "#planning/contract";
import { useAction } from "../../../api/useAction.ts";
import { tellDone } from "../../../ui/tell.ts";
import { useWords } from "../../../words/words.ts";
import { dialogWords } from "../words/dialogs.ts";

/** Takes a publication back: a draft comes on the board in which everything stands as before, but for what changed since. */
export const useTakeBack = (onOpen: (planId: string) => void) => {
  const t = useWords(dialogWords);
  return useAction(planning.takeBackPlan, {
    onDone: ({ plan, back, stay, crews, crewsStay }) => {
      onOpen(plan.id);
      const sentences = [
        t("published.back", { back, crews }),
        ...(stay.length > 0 ? [t("published.stay", { numbers: stay.join(", ") })] : []),
        ...(crewsStay > 0 ? [t("published.crewsStay", { count: crewsStay })] : []),
      ];
      tellDone(sentences.join(" "));
    },
  });
};
