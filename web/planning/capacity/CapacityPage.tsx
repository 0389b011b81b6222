import { lazy, Suspense, useCallback, useMemo } from "react";
import { type CapacityRegion, planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useKeys } from "../../ui/keys.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { BesideList } from "../../ui/SidePanel.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { PlanningTabs } from "../PlanningTabs.tsx";
import { mondayIn, plusDays, weekNumber } from "../weekDays.ts";
import { Bottlenecks } from "./Bottlenecks.tsx";
import { CapacityCell } from "./CapacityCell.tsx";
import { CapacityTools } from "./CapacityTools.tsx";
import styles from "./capacity.module.css";
import { addUp } from "./figures.ts";
import { HeatTable } from "./HeatTable.tsx";
import { HowItWorks } from "./HowItWorks.tsx";
import { useHeatRows } from "./useHeatRows.ts";
import { capacityWords } from "./words.ts";

const WeeksChart = lazy(() => import("./WeeksChart.tsx").then((module) => ({ default: module.WeeksChart })));
const weeksShown = 10;

/** Load against demand, week by week: what is booked, waits, is quoted and is to be expected, and who could do it. */
export const CapacityPage = () => {
  const t = useWords(capacityWords);
  const { today } = useFormats();
  const filters = useFilters();
  const { skill, cell } = filters.values;
  const by = filters.values.by === "skill" ? "skill" : "region";
  const from = mondayIn(filters.values.from, today());
  const query = useQuery(
    planning.capacity,
    { from, weeks: weeksShown, ...(skill && by === "region" ? { skill } : {}) },
    { keep: true, live: ["orders", "sales"] },
  );
  const { data } = query;
  const rows = useHeatRows(data, by);
  const { set } = filters;
  const open = useCallback(
    (row: string | undefined, week: string) => set({ cell: `${row ?? ""} ${week}` }),
    [set],
  );
  useKeys(t("title"), [
    { key: "ArrowLeft", label: t("previous"), run: () => set({ from: plusDays(from, -7) }) },
    { key: "ArrowRight", label: t("next"), run: () => set({ from: plusDays(from, 7) }) },
    { key: "t", label: t("thisWeek"), run: () => set({ from: undefined }) },
  ]);
  const weeks = useMemo(
    () =>
      (data?.weeks ?? []).map(({ monday }) => ({
        label: t("weekShort", { number: String(weekNumber(monday)) }),
        figures: addUp((data?.cells ?? []).filter(({ week }) => week === monday)),
      })),
    [data, t],
  );
  const openWeek = useCallback(
    (index: number) => data?.weeks[index] && open(undefined, data.weeks[index].monday),
    [data, open],
  );
  const [rowKey = "", openedWeek] = cell?.split(" ") ?? [];
  const openedRow = rows.find(({ key }) => key === rowKey);
  const isEmpty = data !== undefined && data.cells.length === 0;
  const list = (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("title")}>
      <div className={styles.page}>
        <CapacityTools from={from} by={by} rows={rows} data={data} />
        {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <SkeletonLines lines={14} />}
        {isEmpty && <EmptyState title={t("noCrews")} text={t("noCrewsText")} />}
        {data && !isEmpty && (
          <>
            <Bottlenecks
              bottlenecks={data.bottlenecks}
              onOpen={({ week, region }) => set({ by: undefined, cell: `${region} ${week}` })}
            />
            <Suspense fallback={<div className={styles.chart} />}>
              <WeeksChart weeks={weeks} onOpen={openWeek} />
            </Suspense>
            <HeatTable weeks={data.weeks} rows={rows} addsUp={by === "region"} openKey={cell} onOpen={open} />
            <HowItWorks chances={data.chances} method={data.method} />
          </>
        )}
      </div>
    </div>
  );
  return (
    <>
      <PageHeader title={t("title")} parent={{ label: t("planning"), to: "/planning" }}>
        <PlanningTabs current="capacity" />
      </PageHeader>
      <BesideList
        list={list}
        panel={
          openedWeek && (
            <CapacityCell
              week={openedWeek}
              region={by === "region" && rowKey ? (rowKey as CapacityRegion) : undefined}
              skill={by === "skill" ? rowKey : skill}
              label={openedRow?.label ?? t("total")}
              onClose={() => set({ cell: undefined })}
            />
          )
        }
      />
    </>
  );
};
