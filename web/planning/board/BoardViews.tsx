import { Button } from "@mantine/core";
import { memo } from "react";
import { Go } from "../../ui/Go.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { useWords } from "../../words/words.ts";
import styles from "./board.module.css";
import { PhoneBoard } from "./phone/PhoneBoard.tsx";
import { useBoard, useBoardValue } from "./store/useBoard.ts";
import { DayView } from "./timeline/DayView.tsx";
import { WeekView } from "./timeline/WeekView.tsx";
import { boardWords } from "./words/board.ts";
import { boardCrewWords } from "./words/crews.ts";

interface BoardViewsProps {
  /** What is to be seen; a moment behind the buttons, so that these answer at once. */
  shown: { isWeek: boolean; isPhone: boolean; on: string };
  days: readonly string[];
  monday: string;
  onPlace: (place: { view: string; day: string }) => void;
  onNewCrew: () => void;
}

const NoCrews = ({ monday, onNewCrew }: Pick<BoardViewsProps, "monday" | "onNewCrew">) => {
  const t = useWords(boardWords);
  const c = useWords(boardCrewWords);
  const { mayPlan } = useBoard();
  return (
    <div className={styles.empty}>
      <EmptyState
        title={t("noCrews")}
        text={t("noCrewsText")}
        action={
          <>
            {mayPlan && <Button onClick={onNewCrew}>{c("make")}</Button>}
            <Go to={`/planning/means?tab=crews&week=${monday}`}>{t("makeCrews")}</Go>
          </>
        }
      />
    </div>
  );
};

/** The plan itself: a week or a day by crew, or a day on a phone. */
export const BoardViews = memo(({ shown, days, monday, onPlace, onNewCrew }: BoardViewsProps) => {
  const hasCrews = useBoardValue((state) => state.days.size > 0);
  const { isWeek, isPhone, on } = shown;
  if (!hasCrews) return <NoCrews monday={monday} onNewCrew={onNewCrew} />;
  if (isPhone) return <PhoneBoard on={on} onNewCrew={onNewCrew} />;
  if (isWeek) return <WeekView days={days} onPlace={onPlace} onNewCrew={onNewCrew} />;
  return <DayView key={on} on={on} onNewCrew={onNewCrew} />;
});
