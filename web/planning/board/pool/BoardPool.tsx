import { ActionIcon, Checkbox } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { memo, useDeferredValue, useMemo, useState } from "react";
import type { PlanVisit } from "#planning/contract";
import { EmptyState } from "../../../ui/states.tsx";
import { useWords } from "../../../words/words.ts";
import { useDuration } from "../../visitNames.ts";
import { poolOf } from "../store/derived.ts";
import { useBoard, useBoardValue, useMarks } from "../store/useBoard.ts";
import { poolWords } from "../words/pool.ts";
import { FoldedPool } from "./FoldedPool.tsx";
import { FoundOnBoard } from "./FoundOnBoard.tsx";
import { PoolFilters } from "./PoolFilters.tsx";
import { PoolList } from "./PoolList.tsx";
import styles from "./pool.module.css";
import { filtered, foundOnBoard, noFilter } from "./poolFilter.ts";

const SelectAll = ({ visits }: { visits: readonly PlanVisit[] }) => {
  const t = useWords(poolWords);
  const { marks } = useBoard();
  const chosen = useMarks(({ selected }) => visits.filter(({ id }) => selected.has(id)).length);
  const all = visits.length > 0 && chosen === visits.length;
  return (
    <Checkbox
      size="xs"
      label={t("selectAll")}
      checked={all}
      indeterminate={chosen > 0 && !all}
      onChange={() => marks.select(all ? [] : visits.map(({ id }) => id))}
    />
  );
};

interface BoardPoolProps {
  isFolded: boolean;
  onFold: (isFolded: boolean) => void;
}

/** Visits without a place in this plan, and a search of all; a visit that is dropped here loses its place. */
export const BoardPool = memo(({ isFolded, onFold }: BoardPoolProps) => {
  // Whoever unfolds it to search types at once.
  const [searches, setSearches] = useState(false);
  const unfold = (toSearch: boolean) => {
    setSearches(toSearch);
    onFold(false);
  };
  return isFolded ? (
    <FoldedPool onOpen={() => unfold(false)} onSearch={() => unfold(true)} />
  ) : (
    <OpenPool searches={searches} onFold={() => onFold(true)} />
  );
});

const OpenPool = ({ searches, onFold }: { searches: boolean; onFold: () => void }) => {
  const t = useWords(poolWords);
  const duration = useDuration();
  const { show } = useBoard();
  const pool = useBoardValue(poolOf);
  const visits = useBoardValue((state) => state.visits);
  const [filter, setFilter] = useState(noFilter);
  // What is typed stands there at once; the list follows.
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filtered(pool, wanted), [pool, wanted]);
  const found = useMemo(() => foundOnBoard(visits, wanted.search), [visits, wanted.search]);
  const minutes = shown.reduce((sum, visit) => sum + visit.minutes, 0);
  return (
    <aside className={styles.pool} aria-label={t("title")} data-pool>
      <div className={styles.head}>
        <h2>
          {t("title")}{" "}
          <span>
            {shown.length === pool.length
              ? pool.length
              : t("counted", { shown: shown.length, all: pool.length })}
          </span>
        </h2>
        <ActionIcon size="sm" aria-label={t("fold")} title={t("fold")} onClick={onFold}>
          <IconChevronLeft size={16} />
        </ActionIcon>
      </div>
      <PoolFilters
        visits={pool}
        filter={filter}
        searches={searches}
        onFilter={setFilter}
        onEnter={() => found[0] && show(found[0].id)}
      />
      <FoundOnBoard visits={found} />
      {shown.length > 0 && (
        <div className={styles.all}>
          <SelectAll visits={shown} />
          {minutes > 0 && <span>{t("minutes", { duration: duration(minutes) })}</span>}
        </div>
      )}
      {pool.length === 0 && found.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
      {pool.length > 0 && shown.length + found.length === 0 && (
        <EmptyState title={t("noMatch")} text={t("noMatchText")} />
      )}
      {shown.length > 0 && <PoolList visits={shown} />}
    </aside>
  );
};
