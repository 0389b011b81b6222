import { Checkbox } from "@mantine/core";
import { memo, useDeferredValue, useMemo, useState } from "react";
import type { PlanVisit } from "#planning/contract";
import { EmptyState } from "../../../ui/states.tsx";
import { useWords } from "../../../words/words.ts";
import { useDuration } from "../../visitNames.ts";
import { poolOf } from "../store/derived.ts";
import { useBoard, useBoardValue, useMarks } from "../store/useBoard.ts";
import { poolWords } from "../words/pool.ts";
import { PoolFilters } from "./PoolFilters.tsx";
import { PoolList } from "./PoolList.tsx";
import styles from "./pool.module.css";
import { filtered, noFilter } from "./poolFilter.ts";

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

/** Visits without a place in this plan; a visit that is dropped here loses its place. */
export const BoardPool = memo(() => {
  const t = useWords(poolWords);
  const duration = useDuration();
  const pool = useBoardValue(poolOf);
  const [filter, setFilter] = useState(noFilter);
  // What is typed stands there at once; the list follows.
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filtered(pool, wanted), [pool, wanted]);
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
        {minutes > 0 && <span>{t("minutes", { duration: duration(minutes) })}</span>}
      </div>
      <PoolFilters visits={pool} filter={filter} onFilter={setFilter} />
      {shown.length > 0 && (
        <div className={styles.all}>
          <SelectAll visits={shown} />
        </div>
      )}
      {pool.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
      {pool.length > 0 && shown.length === 0 && <EmptyState title={t("noMatch")} text={t("noMatchText")} />}
      {shown.length > 0 && <PoolList visits={shown} />}
    </aside>
  );
});
