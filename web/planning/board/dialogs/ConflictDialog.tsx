import { Button, Modal } from "@mantine/core";
import { useWords } from "../../../words/words.ts";
import type { Conflict } from "../moves/useBoardMoves.ts";
import { usePlaceText } from "../side/usePlaceText.ts";
import { useBoardValue } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import styles from "./dialogs.module.css";

/** Somebody else was first: what stands where now, and who did something last. */
export const ConflictDialog = ({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) => {
  const t = useWords(boardWords);
  const place = usePlaceText();
  const visits = useBoardValue((state) => state.visits);
  const told = conflict.problem.facts.visits as { id: string; madeBy: string | null }[] | undefined;
  const who = [...new Set(told?.flatMap(({ madeBy }) => madeBy ?? []))].join(", ");
  const ids = told?.map(({ id }) => id) ?? conflict.visitIds;
  return (
    <Modal opened onClose={onClose} title={t("conflict")}>
      <div className={styles.form}>
        <p>
          {t("conflictText")} {who && t("conflictBy", { who })}
        </p>
        <ul className={styles.list}>
          {ids
            .flatMap((id) => visits.get(id) ?? [])
            .map(({ id, customerName, at }) => (
              <li key={id}>{t("conflictRow", { customer: customerName, place: place(at) })}</li>
            ))}
        </ul>
        <Button data-autofocus onClick={onClose}>
          {t("conflictDone")}
        </Button>
      </div>
    </Modal>
  );
};
