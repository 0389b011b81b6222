import { useDebouncedValue } from "@mantine/hooks";
import { type PlanVisit, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { useBoardValue } from "../store/useBoard.ts";
import { clockOf } from "../timeline/useVisitText.ts";
import { reasonWords } from "../words/reasons.ts";
import styles from "./side.module.css";
import { useReasonText } from "./useReasonText.ts";

/** Who goes through a list with the keys held down asks nothing until they rest. */
const restMilliseconds = 300;

/** What leaving out a visit that a crew could do is weighed against: the cheapest place there is, or that there is none. */
export const LeftOut = ({ visit }: { visit: PlanVisit }) => {
  const t = useWords(reasonWords);
  const text = useReasonText();
  const { day } = useFormats();
  const planId = useBoardValue(({ plan }) => plan.id);
  const [rested] = useDebouncedValue(visit.id, restMilliseconds);
  const { data } = useQuery(
    planning.placesFor,
    { planId, visitId: visit.id },
    { fresh: 0, when: rested === visit.id },
  );
  if (!data) return null;
  const [best] = data.places;
  if (!best) return <p className={styles.soft}>{t("leftOut.none")}</p>;
  const leavingOut = visit.terms.reduce((sum, { cost }) => sum + cost, 0);
  const facts = {
    place: t("leftOut.place", { crew: best.crewName, day: day(best.on), time: clockOf(best.start) }),
    points: text.points(best.cost),
    out: text.points(leavingOut),
  };
  return <p className={styles.soft}>{t(best.cost > leavingOut ? "leftOut.dear" : "leftOut.open", facts)}</p>;
};
