import { memo } from "react";
import type { PlanDay } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useDuration } from "../../visitNames.ts";
import { CrewPeople } from "../crew/CrewPeople.tsx";
import { hoursOf } from "../side/loadOf.ts";
import { boardWords } from "../words/board.ts";
import styles from "./timeline.module.css";
import { clockOf } from "./useVisitText.ts";

/** How full a crew's day is: work and driving of the hours it has. */
export const DayLoad = ({ day }: { day: PlanDay }) => {
  const t = useWords(boardWords);
  const duration = useDuration();
  const whole = Math.max(1, hoursOf(day));
  const share = Math.round((100 * (day.workMinutes + day.travelMinutes)) / whole);
  const text = t("load", {
    work: duration(day.workMinutes) || "0 min",
    travel: duration(day.travelMinutes) || "0 min",
    back: day.visitIds.length > 0 ? clockOf(day.backAt) : "–",
  });
  return (
    <span className={styles.load} role="img" aria-label={text} title={text}>
      <span
        style={{ inlineSize: `${Math.min(100, share)}%` }}
        data-full={share >= 90 || undefined}
        data-over={day.overtimeMinutes > 0 || undefined}
      />
    </span>
  );
};

/** Who goes: the crew's name, people, van and how full the day is. */
export const CrewHead = memo(({ day }: { day: PlanDay }) => (
  <div className={styles.head} data-crew-head={day.crewId}>
    <CrewPeople day={day} />
    <DayLoad day={day} />
  </div>
));
