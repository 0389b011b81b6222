import { orders } from "#orders/contract";
import { useList, useQuery } from "../../api/queries.ts";
import { ExceptionCard } from "../../orders/ExceptionCard.tsx";
import { exceptionWords } from "../../orders/exceptionWords.ts";
import { useEntityCode } from "../../ui/entity.ts";
import { FilterBar } from "../../ui/filter/FilterBar.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { type Filters, useFilters } from "../../ui/useFilters.ts";
import { type Language, useLanguage } from "../../words/language.ts";
import { lookUp, useWords } from "../../words/words.ts";
import styles from "../TodayPage.module.css";
import { WaitingKind } from "./WaitingKind.tsx";
import { todayWords } from "./words.ts";

/** What a kind of exception is called; a kind nobody described keeps its code. */
const kindIn = (language: Language) => (kind: string) =>
  lookUp(exceptionWords, language, `title.${kind}`) ?? kind.replaceAll("_", " ");

const Loading = () => (
  <div className={styles.loading}>
    <SkeletonLines lines={10} />
  </div>
);

const Nothing = ({ filters }: { filters: Filters }) => {
  const t = useWords(todayWords);
  if (Object.keys(filters.values).length === 0)
    return <EmptyState title={t("allDone")} text={t("allDoneText")} />;
  const all = (
    <button type="button" className="cc-link-button" onClick={filters.clear}>
      {t("clear")}
    </button>
  );
  return <EmptyState title={t("nobodyFound")} action={all} />;
};

/** The first few of each kind; the others behind one click. */
const ByKind = ({ filters }: { filters: Filters }) => {
  const businessEntity = useEntityCode();
  const nameOf = kindIn(useLanguage());
  const { mine } = filters.values;
  const asked = { ...(mine ? { mine: true } : {}), ...(businessEntity ? { businessEntity } : {}) };
  const { data, error, refetch } = useQuery(orders.exceptionsByKind, asked, { live: ["*"], keep: true });
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.kinds.length === 0) return <Nothing filters={filters} />;
  return (
    <>
      {data.kinds.map((each) => (
        <WaitingKind
          key={each.kind}
          {...each}
          name={nameOf(each.kind)}
          onAll={() => filters.set({ kind: each.kind })}
        />
      ))}
    </>
  );
};

/** All of the chosen kinds, the worst first. */
const OfKinds = ({ filters }: { filters: Filters }) => {
  const t = useWords(todayWords);
  const businessEntity = useEntityCode();
  const asked = { ...filters.values, ...(businessEntity ? { businessEntity } : {}) };
  const list = useList(orders.exceptions, asked as never, { live: ["*"] });
  if (list.error && !list.rows) return <ErrorState error={list.error} retry={list.retry} />;
  if (list.isLoading || !list.rows) return <Loading />;
  if (list.rows.length === 0) return <Nothing filters={filters} />;
  return (
    <>
      <ul className={styles.cards} data-stale={list.isStale || undefined}>
        {list.rows.map((exception) => (
          <ExceptionCard key={exception.id} exception={exception} />
        ))}
      </ul>
      {list.hasMore && (
        <button type="button" className={`cc-link-button ${styles.more}`} onClick={list.more}>
          {t("more")}
        </button>
      )}
    </>
  );
};

/** What waits for a person, worst first: the first few of each kind, or all of the kinds that are chosen. */
export const Waiting = () => {
  const t = useWords(todayWords);
  const nameOf = kindIn(useLanguage());
  const filters = useFilters();
  const kinds = Object.keys(exceptionWords.nl.title).map((value) => ({ value, label: nameOf(value) }));
  return (
    <section className={styles.waiting} aria-labelledby="waits">
      <div className={styles.head}>
        <h2 id="waits" className={styles.title}>
          {t("waits")}
        </h2>
        <FilterBar
          filters={filters}
          choices={[
            { name: "mine", label: t("owner"), options: [{ value: "true", label: t("mine") }], single: true },
            { name: "kind", label: t("kind"), options: kinds },
          ]}
        />
      </div>
      {filters.values.kind ? <OfKinds filters={filters} /> : <ByKind filters={filters} />}
    </section>
  );
};
