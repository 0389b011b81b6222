import { planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useMay } from "../../identity/session.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { PlanningTabs } from "../PlanningTabs.tsx";
import { Answer } from "./Answer.tsx";
import { AskForm } from "./AskForm.tsx";
import { whatIfWords } from "./words.ts";

/** A week with other crews or more work, worked out beside the plan; answers stay until somebody deletes them. */
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
        {mayPlan && <AskForm />}
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
