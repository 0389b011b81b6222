import { planning } from "#planning/contract";
import { useAction } from "../../../api/useAction.ts";
import { tellDone } from "../../../ui/tell.ts";
import { useWords } from "../../../words/words.ts";
import { publishedWords } from "../words/published.ts";
import { usePlanName } from "./usePlanName.ts";

/** Takes a publication back: the draft comes on the board in which everything stands as before, but for what changed since. */
export const useTakeBack = (onOpen: (planId: string) => void) => {
  const t = useWords(publishedWords);
  const nameOf = usePlanName();
  return useAction(planning.takeBackPlan, {
    onDone: ({ plan, isThereAlready, back, stay, crews, crewsStay }) => {
      onOpen(plan.id);
      if (isThereAlready) {
        tellDone(t("isThereAlready", { name: nameOf(plan) }));
        return;
      }
      const sentences = [
        t("back", { back, crews }),
        ...(stay.length > 0 ? [t("stay", { numbers: stay.join(", ") })] : []),
        ...(crewsStay > 0 ? [t("crewsStay", { count: crewsStay })] : []),
      ];
      tellDone(sentences.join(" "));
    },
  });
};
