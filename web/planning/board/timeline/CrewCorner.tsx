import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWords } from "../../../words/words.ts";
import { useBoard } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { boardCrewWords } from "../words/crews.ts";
import styles from "./timeline.module.css";

/** The head above the crews, with a new one at hand. */
export const CrewCorner = ({ onNewCrew }: { onNewCrew: () => void }) => {
  const t = useWords(boardWords);
  const c = useWords(boardCrewWords);
  const { mayPlan } = useBoard();
  return (
    <span className={styles.cornerText}>
      {t("crew")}
      {mayPlan && (
        <ActionIcon size={20} variant="subtle" aria-label={c("make")} title={c("make")} onClick={onNewCrew}>
          <IconPlus size={14} />
        </ActionIcon>
      )}
    </span>
  );
};
