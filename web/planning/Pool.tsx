import { planning } from "#planning/contract";
import { useList } from "../api/queries.ts";
import { useEntityCode } from "../ui/entity.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./Calendar.module.css";
import { VisitChip } from "./VisitChip.tsx";
import { calendarWords } from "./words.ts";

/** Visits that wait for a time, longest first. */
export const Pool = ({
  openId,
  onOpen,
}: {
  openId: string | undefined;
  onOpen: (visitId: string) => void;
}) => {
  const t = useWords(calendarWords);
  const { ago, day } = useFormats();
  const businessEntity = useEntityCode();
  const list = useList(planning.visits, {
    unplanned: true,
    limit: 100,
    ...(businessEntity ? { businessEntity: [businessEntity] } : {}),
  });
  const rows = list.rows ?? [];
  return (
    <aside className={styles.pool} aria-label={t("pool")}>
      <div className={styles.poolHead}>
        {t("pool")} <span>{list.rows ? `${rows.length}${list.hasMore ? "+" : ""}` : ""}</span>
      </div>
      {list.isLoading && <SkeletonLines lines={8} />}
      {list.error && <ErrorState error={list.error} />}
      {list.rows && rows.length === 0 && <EmptyState title={t("poolNone")} text={t("poolText")} />}
      <ul className={styles.poolList}>
        {rows.map((visit) => (
          <li key={visit.id}>
            <VisitChip visit={visit} isOpen={visit.id === openId} onOpen={onOpen}>
              {visit.requestedOn
                ? t("wish", { day: day(visit.requestedOn) })
                : t("since", { ago: ago(visit.createdAt) })}
            </VisitChip>
          </li>
        ))}
      </ul>
    </aside>
  );
};
