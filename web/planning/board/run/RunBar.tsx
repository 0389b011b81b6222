import { Button, Progress } from "@mantine/core";
import { type PlanRun, planning } from "#planning/contract";
import { useAction } from "../../../api/useAction.ts";
import { useWords } from "../../../words/words.ts";
import { useReasonText } from "../side/useReasonText.ts";
import { useBoard } from "../store/useBoard.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./run.module.css";

/** How far the optimiser is, and the way to say that it is good enough. */
export const RunBar = ({ run }: { run: PlanRun }) => {
  const t = useWords(dialogWords);
  const text = useReasonText();
  const { mayPlan } = useBoard();
  const stop = useAction(planning.stopRun, { invalidates: [] });
  const share = Math.min(100, (100 * run.secondsPassed) / run.seconds);
  return (
    <div className={styles.bar}>
      {/* That it is at work is said once; figures that change all the time would be read out all the time. */}
      <span role="status">{t("run.running", { who: run.startedBy })}</span>
      <Progress
        value={share}
        className={styles.progress}
        aria-label={t("run.running", { who: run.startedBy })}
      />
      <span className={styles.figures}>
        {t("run.progress", { planned: run.visitsPlanned, all: run.visitsAll })} ·{" "}
        {t("run.steps", { steps: run.steps })} · {t("run.score", { points: text.points(run.cost) })}
      </span>
      {mayPlan && (
        <Button
          size="xs"
          variant="default"
          loading={stop.isRunning}
          onClick={() => stop.run({ runId: run.id })}
        >
          {t("run.stop")}
        </Button>
      )}
    </div>
  );
};
