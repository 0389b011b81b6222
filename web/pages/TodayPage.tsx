import { orders } from "#orders/contract";
import { useList, useQuery } from "../api/queries.ts";
import { useMe } from "../identity/session.tsx";
import { ExceptionCard } from "../orders/ExceptionCard.tsx";
import { exceptionWords } from "../orders/exceptionWords.ts";
import { phases, useOrderNames } from "../orders/status.ts";
import { useEntityCode } from "../ui/entity.ts";
import { FilterBar } from "../ui/filter/FilterBar.tsx";
import { Go } from "../ui/Go.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Section } from "../ui/Section.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useFormats } from "../words/format.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords, words } from "../words/words.ts";
import styles from "./TodayPage.module.css";

const todayWords = words({
  nl: {
    title: "Vandaag",
    waits: "Dit wacht op iemand",
    allDone: "Alles is gedaan",
    allDoneText: "Hier komt alles wat het platform niet zelf kan oplossen: eerst wat het langst te laat is.",
    mine: "Alleen van mij",
    owner: "Behandelaar",
    kind: "Soort",
    more: "Meer tonen",
    numbers: "Onderweg",
    overdue: "Over de termijn",
    onHold: "On hold",
    waiting: "Wacht op iemand",
    automation: "Zonder hulp gezet",
    automationText:
      "{without, number} van {steps, number} stappen in de laatste 7 dagen gingen zonder collega.",
    noSteps: "In de laatste 7 dagen zijn er geen stappen gezet.",
    many: "999+",
    nobodyFound: "Niets met deze keuze",
    clear: "Toon alles",
  },
  en: {
    title: "Today",
    waits: "This waits for somebody",
    allDone: "Everything is done",
    allDoneText:
      "Here comes all that the platform cannot solve itself: what is late the longest comes first.",
    mine: "Only mine",
    owner: "Owner",
    kind: "Kind",
    more: "Show more",
    numbers: "Under way",
    overdue: "Past its clock",
    onHold: "On hold",
    waiting: "Waits for somebody",
    automation: "Done without help",
    automationText: "{without, number} of {steps, number} steps in the last 7 days went without a colleague.",
    noSteps: "No steps were made in the last 7 days.",
    many: "999+",
    nobodyFound: "Nothing with this choice",
    clear: "Show all",
  },
});

const Waiting = () => {
  const t = useWords(todayWords);
  const language = useLanguage();
  const filters = useFilters();
  const businessEntity = useEntityCode();
  const asked = { ...filters.values, ...(businessEntity ? { businessEntity } : {}) };
  const list = useList(orders.exceptions, asked as never, { live: ["*"] });
  const kinds = Object.keys(exceptionWords.nl.title);
  const isFiltered = Object.keys(filters.values).length > 0;
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
            {
              name: "kind",
              label: t("kind"),
              options: kinds.map((value) => ({
                value,
                label: lookUp(exceptionWords, language, `title.${value}`) ?? value,
              })),
            },
          ]}
        />
      </div>
      {list.error && !list.rows ? <ErrorState error={list.error} retry={list.retry} /> : null}
      {list.isLoading && (
        <div className={styles.loading}>
          <SkeletonLines lines={10} />
        </div>
      )}
      {list.rows?.length === 0 &&
        (isFiltered ? (
          <EmptyState
            title={t("nobodyFound")}
            action={
              <button type="button" className="cc-link-button" onClick={filters.clear}>
                {t("clear")}
              </button>
            }
          />
        ) : (
          <EmptyState title={t("allDone")} text={t("allDoneText")} />
        ))}
      {list.rows && list.rows.length > 0 && (
        <ul className={styles.cards} data-stale={list.isStale || undefined}>
          {list.rows.map((exception) => (
            <ExceptionCard key={exception.id} exception={exception} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <button type="button" className={`cc-link-button ${styles.more}`} onClick={list.more}>
          {t("more")}
        </button>
      )}
    </section>
  );
};

const Figure = ({
  label,
  count,
  to,
  tone,
}: {
  label: string;
  count: number;
  to: string;
  tone?: "danger";
}) => {
  const t = useWords(todayWords);
  const { number } = useFormats();
  return (
    <Go to={to} className={styles.figure} data-tone={count > 0 ? tone : undefined}>
      <span className={styles.figureLabel}>{label}</span>
      <span className={styles.count}>{count >= 999 ? t("many") : number(count)}</span>
    </Go>
  );
};

const Numbers = () => {
  const t = useWords(todayWords);
  const names = useOrderNames();
  const { percent } = useFormats();
  const businessEntity = useEntityCode();
  const today = useQuery(orders.today, businessEntity ? { businessEntity } : {}, { live: ["*"], keep: true });
  if (today.error) return <ErrorState error={today.error} retry={() => void today.refetch()} />;
  const { data } = today;
  if (!data) return <SkeletonLines lines={8} />;
  const countOf = (status: string) => data.statuses.find((each) => each.status === status)?.count ?? 0;
  const { steps, withoutStaff } = data.automation;
  const share = steps > 0 ? withoutStaff / steps : 0;
  return (
    <>
      <Section title={t("automation")}>
        <p className={styles.share}>{steps > 0 ? percent(Math.round(share * 100) * 100) : "–"}</p>
        <div className={styles.bar} aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </div>
        <p className={styles.explain}>
          {steps > 0 ? t("automationText", { without: withoutStaff, steps }) : t("noSteps")}
        </p>
      </Section>
      <Section title={t("numbers")} flush>
        <Figure label={t("overdue")} count={data.overdue} to="/orders?overdue=true" tone="danger" />
        <Figure label={t("onHold")} count={countOf("on_hold")} to="/orders?status=on_hold" />
        {phases
          .filter(({ name }) => name !== "completed")
          .map((phase) => (
            <div key={phase.name} className={styles.phase}>
              <h3 className={styles.phaseName}>{names("phase", phase.name)}</h3>
              {phase.statuses.map((status) => (
                <Figure
                  key={status}
                  label={names("status", status)}
                  count={countOf(status)}
                  to={`/orders?status=${status}`}
                />
              ))}
            </div>
          ))}
      </Section>
    </>
  );
};

/** The start page: what needs somebody, worst first; then how everything stands. */
export const TodayPage = () => {
  const t = useWords(todayWords);
  const me = useMe();
  const { longDay, today } = useFormats();
  return (
    <>
      <PageHeader title={t("title")} detail={`${longDay(today())} · ${me.name}`} />
      <div className={styles.page}>
        <Waiting />
        <aside className={styles.side}>
          <Numbers />
        </aside>
      </div>
    </>
  );
};
