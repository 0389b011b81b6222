import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useKeys } from "../../../ui/keys.ts";
import { useWords } from "../../../words/words.ts";
import { poolOf } from "../store/derived.ts";
import { useBoardValue } from "../store/useBoard.ts";
import { boardWords } from "../words/board.ts";
import { poolWords } from "../words/pool.ts";
import styles from "./pool.module.css";

interface FoldedPoolProps {
  onOpen: () => void;
  onSearch: () => void;
}

/** The pool as a strip beside a board that needs the room; what is dropped on it loses its place all the same. */
export const FoldedPool = ({ onOpen, onSearch }: FoldedPoolProps) => {
  const t = useWords(poolWords);
  const b = useWords(boardWords);
  const count = useBoardValue((state) => poolOf(state).length);
  useKeys(b("title"), [{ key: "/", label: t("keySearch"), run: onSearch }]);
  return (
    <aside className={styles.strip} aria-label={t("title")} data-pool>
      <UnstyledButton
        className={styles.unfold}
        title={t("unfold")}
        aria-label={`${t("unfold")}: ${count}`}
        onClick={onOpen}
      >
        <IconChevronRight size={16} aria-hidden="true" />
        <span>
          {t("title")} {count}
        </span>
      </UnstyledButton>
    </aside>
  );
};
