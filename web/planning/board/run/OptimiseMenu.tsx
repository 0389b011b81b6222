import { Button, Menu, SegmentedControl, Switch } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../../words/words.ts";
import { poolOf } from "../store/derived.ts";
import { useBoard, useBoardValue, useMarks } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { boardCrewWords } from "../words/crews.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./run.module.css";
import { startRun } from "./useRun.ts";

const lengths = [5, 10, 30, 60] as const;

interface OptimiseMenuProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  isRunning: boolean;
}

/** Lets the optimiser plan everything, the selection, or what has no place yet. */
export const OptimiseMenu = ({ isOpen, onOpen, isRunning }: OptimiseMenuProps) => {
  const t = useWords(dialogWords);
  const b = useWords(boardWords);
  const tools = useBoard();
  const c = useWords(boardCrewWords);
  const [formCrews, setFormCrews] = useState(false);
  const [seconds, setSeconds] = useState<string>("10");
  const waiting = useBoardValue((state) => poolOf(state).length);
  const selected = useMarks((marks) => marks.selected);
  const start = (scope: "all" | "selection" | "rest") =>
    void startRun(tools, {
      scope,
      visitIds: scope === "selection" ? [...selected] : [],
      seconds: Number(seconds),
      formCrews,
    });
  return (
    <Menu
      opened={isOpen && !isRunning}
      onChange={(wanted) => onOpen(wanted && !isRunning)}
      position="bottom-end"
      width={280}
    >
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconSparkles size={16} />}
          // The keys come back to it once the optimiser was started; a button that is really off would lose them.
          aria-disabled={isRunning}
          data-disabled={isRunning || undefined}
          title={isRunning ? t("run.busy") : undefined}
        >
          {b("optimise")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={waiting === 0} onClick={() => start("rest")}>
          {t("run.rest", { count: waiting })}
        </Menu.Item>
        <Menu.Item disabled={selected.size === 0} onClick={() => start("selection")}>
          {t("run.selection", { count: selected.size })}
        </Menu.Item>
        <Menu.Item onClick={() => start("all")}>{t("run.all")}</Menu.Item>
        <Menu.Divider />
        <Switch
          className={styles.form}
          size="xs"
          label={c("form")}
          description={c("formText")}
          checked={formCrews}
          onChange={(event) => setFormCrews(event.currentTarget.checked)}
        />
        <Menu.Divider />
        <Menu.Label>{t("run.seconds")}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("run.seconds")}
          data={lengths.map((length) => ({
            value: String(length),
            label: t("run.forSeconds", { seconds: length }),
          }))}
          value={seconds}
          onChange={setSeconds}
        />
      </Menu.Dropdown>
    </Menu>
  );
};
