import type { CostTerm, RuleBreach } from "#planning/contract";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useDuration, useVisitNames } from "../../visitNames.ts";
import { useBoard } from "../store/useBoard.ts";
import { reasonWords } from "../words/reasons.ts";

const costPerMinute = 20;

type Sentence = Exclude<keyof (typeof reasonWords.nl)["breaches"], never>;

/** Which sentence belongs to a breach: some rules are broken in two ways. */
const sentenceFor = ({ rule, detail }: RuleBreach): Sentence => {
  if (rule === "window") return detail === "" || detail.includes("-") ? "windowDay" : "windowLate";
  if (rule === "pinned") return detail === "crew" ? "pinnedCrew" : "pinnedTime";
  return rule;
};

/** No crew can do the visit as things are: trying again does not help. Without a number of minutes some day could take it. */
const isHopeless = ({ rule, detail }: RuleBreach) => rule !== "shift" || detail !== "";

const noPlaceFor = (breach: RuleBreach) => (isHopeless(breach) ? sentenceFor(breach) : "full");

/** Costs and breaches in words. */
export const useReasonText = () => {
  const t = useWords(reasonWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { number, day } = useFormats();
  const { store } = useBoard();
  const minutesOf = (value: number) => duration(Math.abs(Math.round(value))) || "0 min";
  const factsOf = ({ detail }: RuleBreach) => {
    const other = store.get().visits.get(detail);
    return {
      skill: detail
        .split(", ")
        .map((skill) => names("skill", skill))
        .join(", "),
      minutes: minutesOf(Number(detail) || 0),
      count: Number(detail) || 0,
      who: detail,
      day: /^\d{4}-\d\d-\d\d$/.test(detail) ? day(detail) : detail,
      other: other ? `${other.number} (${other.customerName})` : t("otherVisit"),
    };
  };
  return {
    /** `18 min rijden` */
    term: ({ term, cost }: CostTerm) => t(`terms.${term}`, { minutes: minutesOf(cost / costPerMinute) }),
    /** A cost of driving as a length of time: `4 min`. */
    minutes: (cost: number) => minutesOf(cost / costPerMinute),
    /** A kind of cost by itself, as in a sum over the plan. */
    kind: (term: CostTerm["term"]) => t(`kinds.${term}`),
    /** What a cost is in minutes of driving, exact to the last twentieth. */
    points: (cost: number) => number(cost / costPerMinute, 2),
    breach: (breach: RuleBreach) => t(`breaches.${sentenceFor(breach)}`, factsOf(breach)),
    isHopeless,
    noPlace: (breach: RuleBreach) => t(`noPlace.${noPlaceFor(breach)}`, factsOf(breach)),
  };
};
