import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { planning, type WhatIfChange } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useMay } from "../../identity/session.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { PlanningTabs } from "../PlanningTabs.tsx";
import { mondayOf, plusDays, weekNumber } from "../weekDays.ts";
import { Answer } from "./Answer.tsx";
import { ChangeForm } from "./ChangeForm.tsx";
import { useChangeText } from "./useChangeText.ts";
import { whatIfWords } from "./words.ts";

const weeksAhead = 12;

const Ask = () => {
  const t = useWords(whatIfWords);
  const { today, day } = useFormats();
  const filters = useFilters();
  const text = useChangeText();
  const [changes, setChanges] = useState<WhatIfChange[]>([]);
  const weeks = Array.from({ length: weeksAhead }, (_, index) => plusDays(mondayOf(today()), 7 * index));
  const monday = weeks.find((week) => week === filters.values.week) ?? weeks[1]!;
  const ask = useAction(planning.askWhatIf, {
    onDone: () => {
      tellDone(t("asked"));
      setChanges([]);
    },
  });
  return (
    <section className={styles.form} style={{ maxInlineSize: 720 }}>
      <p className={styles.soft}>{t("text")}</p>
      <Select
        label={t("week")}
        allowDeselect={false}
        value={monday}
        onChange={(week) => {
          filters.set({ week: week ?? undefined });
          setChanges([]);
        }}
        data={weeks.map((week) => ({
          value: week,
          label: t("weekName", { number: String(weekNumber(week)), day: day(week) }),
        }))}
      />
      <ChangeForm key={monday} monday={monday} onAdd={(change) => setChanges((was) => [...was, change])} />
      {changes.length > 0 && (
        <ul className={styles.papers}>
          {changes.map((change, index) => (
            <li key={JSON.stringify(change) + index}>
              <span>{text(change)}</span>
              <button
                type="button"
                className={styles.plain}
                onClick={() => setChanges((was) => was.toSpliced(index, 1))}
              >
                {t("remove")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button
        style={{ justifySelf: "start" }}
        disabled={changes.length === 0}
        loading={ask.isRunning}
        onClick={() => ask.run({ week: monday, changes })}
      >
        {t("ask")}
      </Button>
    </section>
  );
};

/** A week with other crews, worked out beside the plan; answers stay until somebody deletes them. */
export const WhatIfPage = () => {
  const t = useWords(whatIfWords);
  const mayPlan = useMay()("operations.planning");
  const query = useQuery(planning.whatIfs, {});
  const rows = query.data?.rows ?? [];
  return (
    <>
      <PageHeader title={t("title")} parent={{ label: t("planning"), to: "/planning" }}>
        <PlanningTabs current="whatIf" />
      </PageHeader>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("title")}>
        {mayPlan && <Ask />}
        <h2 className={styles.subtitle}>{t("history")}</h2>
        {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <SkeletonLines lines={8} />}
        {query.data && rows.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
        {rows.map((answer) => (
          <Answer key={answer.id} answer={answer} mayPlan={mayPlan} />
        ))}
      </div>
    </>
  );
};
