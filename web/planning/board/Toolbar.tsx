import { ActionIcon, Button, SegmentedControl, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconLayoutSidebarRight } from "@tabler/icons-react";
import type { PlanBoard } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useLanguage } from "../../words/language.ts";
import { lookUp, useWords } from "../../words/words.ts";
import styles from "./board.module.css";
import { changesIn } from "./store/derived.ts";
import { useBoard, useBoardValue } from "./store/useBoard.ts";
import { useCalendar } from "./useCalendar.ts";
import { boardWords } from "./words/board.ts";

type Step = PlanBoard["undo"];

const StepButton = ({ step, way }: { step: Step; way: "undo" | "redo" }) => {
  const t = useWords(boardWords);
  const language = useLanguage();
  const { moves } = useBoard();
  const kind = step && (step.kind in boardWords.nl.steps ? step.kind : "other");
  const what = kind ? lookUp(boardWords, language, `steps.${kind}`, { count: step.count }) : undefined;
  const label = [t(way), what, step?.madeBy].filter(Boolean).join(" · ");
  const Icon = way === "undo" ? IconArrowBackUp : IconArrowForwardUp;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={34} aria-label={label} disabled={!step} onClick={moves[way]}>
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
};

/** Takes steps back and makes them again, whoever made them. */
export const UndoButtons = () => {
  const undo = useBoardValue((state) => state.undo);
  const redo = useBoardValue((state) => state.redo);
  return (
    <>
      <StepButton step={undo} way="undo" />
      <StepButton step={redo} way="redo" />
    </>
  );
};

interface ViewBarProps {
  isWeek: boolean;
  /** A phone shows one day, by crew. */
  isPhone: boolean;
  days: readonly string[];
  on: string;
  hasSide: boolean;
  onView: (view: "day" | "week") => void;
  onDay: (on: string) => void;
  onSide: () => void;
  onBreaches: () => void;
}

/** How the plan stands in one line; what is not right in it opens. */
const Sums = ({ onBreaches }: Pick<ViewBarProps, "onBreaches">) => {
  const t = useWords(boardWords);
  const { planned, visits, breaches } = useBoardValue((state) => state.score);
  const moved = useBoardValue(changesIn);
  return (
    <span className={styles.sums} role="status">
      {t("sums", { planned, all: visits, moved })}
      {breaches > 0 && (
        <>
          {" · "}
          <button type="button" className="cc-link-button" onClick={onBreaches}>
            {t("sumBreaches", { count: breaches })}
          </button>
        </>
      )}
    </span>
  );
};

/** Day or week, which day, and what stands beside. */
export const ViewBar = (props: ViewBarProps) => {
  const { isWeek, isPhone, days, on, hasSide, onView, onDay, onSide } = props;
  const t = useWords(boardWords);
  const { day } = useFormats();
  const { nameOn, holidays } = useCalendar(days);
  return (
    <div className={styles.viewBar}>
      {!isPhone && (
        <SegmentedControl
          size="xs"
          aria-label={t("view")}
          data={[
            { value: "week", label: t("byWeek") },
            { value: "day", label: t("byDay") },
          ]}
          value={isWeek ? "week" : "day"}
          onChange={(value) => onView(value as "day")}
        />
      )}
      {!isWeek && (
        <div className={styles.days} role="group" aria-label={t("day")}>
          {days.map((each) => (
            <Button
              key={each}
              size="xs"
              variant={each === on ? "light" : "subtle"}
              aria-pressed={each === on}
              onClick={() => onDay(each)}
            >
              {[day(each), nameOn(each)].filter(Boolean).join(" · ")}
            </Button>
          ))}
        </div>
      )}
      {holidays.length > 0 && <span className={styles.holidays}>{holidays.join(", ")}</span>}
      <Sums onBreaches={props.onBreaches} />
      <Button
        size="xs"
        variant="default"
        aria-pressed={hasSide}
        leftSection={<IconLayoutSidebarRight size={15} />}
        onClick={onSide}
      >
        {t("beside")}
      </Button>
    </div>
  );
};
