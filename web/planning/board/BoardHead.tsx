import { ActionIcon, Button, Select } from "@mantine/core";
import { IconBolt, IconChevronLeft, IconChevronRight, IconSend, IconStack2 } from "@tabler/icons-react";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { plusDays, weekNumber } from "../weekDays.ts";
import type { Dialog } from "./BoardDialogs.tsx";
import styles from "./board.module.css";
import { usePlanName } from "./plans/usePlanName.ts";
import { OptimiseMenu } from "./run/OptimiseMenu.tsx";
import { useBoard, useBoardValue } from "./store/useBoard.ts";
import { UndoButtons } from "./Toolbar.tsx";
import type { BoardPlaces } from "./useBoardPlaces.ts";
import { boardWords } from "./words/board.ts";
import { dialogWords } from "./words/dialogs.ts";

/** One week back or on, or this week. */
export const WeekButtons = ({ places: { monday, goWeek } }: { places: BoardPlaces }) => {
  const t = useWords(boardWords);
  return (
    <>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t("previous")}
        onClick={() => goWeek(plusDays(monday, -7))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Button variant="default" onClick={() => goWeek(undefined)}>
        {t("thisWeek")}
      </Button>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t("next")}
        onClick={() => goWeek(plusDays(monday, 7))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </>
  );
};

const PlanChoice = ({ places, onManage }: { places: BoardPlaces; onManage: () => void }) => {
  const t = useWords(boardWords);
  const d = useWords(dialogWords);
  const { store } = useBoard();
  const nameOf = usePlanName();
  const { id: openId } = store.get().plan;
  const open = places.rows.find(({ id }) => id === openId);
  return (
    <>
      <Select
        className={styles.plans}
        aria-label={t("plan")}
        allowDeselect={false}
        title={open && nameOf(open)}
        rightSectionWidth={22}
        comboboxProps={{ width: 320, position: "bottom-start" }}
        data={places.rows.map((row) => ({ value: row.id, label: nameOf(row) }))}
        value={openId}
        onChange={(planId) => planId && places.openPlan(planId)}
      />
      <ActionIcon
        variant="default"
        size={34}
        aria-label={d("plans.manage")}
        title={d("plans.manage")}
        onClick={onManage}
      >
        <IconStack2 size={16} />
      </ActionIcon>
    </>
  );
};

/** The week or weeks and the days of the plan, which for a way to mend begin at the day of what happened. */
const useDaysText = () => {
  const t = useWords(boardWords);
  const { day } = useFormats();
  const { from, until } = useBoardValue((state) => state.plan);
  const [first, last] = [weekNumber(from), weekNumber(until)];
  const weeks = first === last ? t("week", { number: first }) : t("weeks", { first, last });
  return `${weeks} · ${day(from)} – ${day(until)}`;
};

interface BoardHeadProps {
  places: BoardPlaces;
  isRunning: boolean;
  dialog: Dialog | undefined;
  setDialog: (dialog: Dialog | undefined) => void;
}

/** The head of the board: which week and plan, and what can be done with it as a whole. */
export const BoardHead = ({ places, isRunning, dialog, setDialog }: BoardHeadProps) => {
  const t = useWords(boardWords);
  const { mayPlan } = useBoard();
  const detail = useDaysText();
  const actions = (
    <div className={styles.actions}>
      <WeekButtons places={places} />
      <PlanChoice places={places} onManage={() => setDialog({ kind: "plans" })} />
      {mayPlan && (
        <>
          <UndoButtons />
          <OptimiseMenu
            isOpen={dialog?.kind === "optimise"}
            onOpen={(isOpen) => setDialog(isOpen ? { kind: "optimise" } : undefined)}
            isRunning={isRunning}
          />
          <Button
            variant="default"
            leftSection={<IconBolt size={16} />}
            onClick={() => setDialog({ kind: "disrupt" })}
          >
            {t("disrupt")}
          </Button>
          <Button
            leftSection={<IconSend size={16} />}
            disabled={isRunning}
            onClick={() => setDialog({ kind: "publish" })}
          >
            {t("publish")}
          </Button>
        </>
      )}
    </div>
  );
  return (
    <PageHeader
      title={t("title")}
      parent={{ label: t("planning"), to: "/planning" }}
      badge={<StatusBadge label={t("draft")} tone="info" look="soft" />}
      detail={detail}
      actions={actions}
    />
  );
};
