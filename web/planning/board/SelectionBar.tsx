import { Button } from "@mantine/core";
import { useWords } from "../../words/words.ts";
import styles from "./board.module.css";
import { useMoveVisits } from "./moves/useMoveVisits.ts";
import { startRun } from "./run/useRun.ts";
import { useBoard, useMarks } from "./store/useBoard.ts";
import { boardWords } from "./words/board.ts";
import { poolWords } from "./words/pool.ts";

const seconds = 10;

/** What can be done with everything that is selected. */
export const SelectionBar = () => {
  const t = useWords(boardWords);
  const p = useWords(poolWords);
  const tools = useBoard();
  const moveVisits = useMoveVisits(tools);
  const selected = useMarks((marks) => marks.selected);
  if (selected.size === 0 || !tools.mayPlan) return null;
  const ids = [...selected];
  const placed = ids.filter((id) => tools.store.get().visits.get(id)?.at);
  const done = (act: () => void) => () => {
    act();
    tools.marks.select([]);
  };
  return (
    <div className={styles.selection} role="group" aria-label={t("selection", { count: ids.length })}>
      <strong>{t("selection", { count: ids.length })}</strong>
      <Button
        size="xs"
        onClick={done(() => void startRun(tools, { scope: "selection", visitIds: ids, seconds }))}
      >
        {p("planSelection")}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={placed.length === 0}
        onClick={done(() => tools.moves.pin(placed, true))}
      >
        {p("pin")}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={placed.length === 0}
        onClick={done(() => moveVisits(placed, null))}
      >
        {p("off")}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => tools.marks.select([])}>
        {t("clear")}
      </Button>
    </div>
  );
};
