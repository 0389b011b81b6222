import { Button, Group } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { planning } from "#planning/contract";
import { useQuery } from "../api/queries.ts";
import { Go } from "../ui/Go.tsx";
import { useKeys } from "../ui/keys.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { EmptyState, ErrorState, SkeletonPage } from "../ui/states.tsx";
import { useFilters } from "../ui/useFilters.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./Calendar.module.css";
import { Pool } from "./Pool.tsx";
import { VisitPanel } from "./VisitPanel.tsx";
import { WeekGrid } from "./WeekGrid.tsx";
import { mondayIn, plusDays, weekNumber, workDays } from "./weekDays.ts";
import { calendarWords } from "./words.ts";

/** The visit calendar: the week by crew, what waits for a time beside it, and the visit that is open. */
export const PlanningPage = () => {
  const t = useWords(calendarWords);
  const { today, longDay } = useFormats();
  const filters = useFilters();
  const [openId, setOpenId] = useState<string>();
  const monday = mondayIn(filters.values.week, today());
  const days = workDays(monday);
  const week = useQuery(planning.week, { from: monday, until: days.at(-1)! }, { keep: true });
  const go = (day: string | undefined) => filters.set({ week: day });
  useKeys(t("title"), [
    { key: "ArrowLeft", label: t("previous"), run: () => go(plusDays(monday, -7)) },
    { key: "ArrowRight", label: t("next"), run: () => go(plusDays(monday, 7)) },
    { key: "t", label: t("thisWeek"), run: () => go(undefined) },
  ]);
  const arrows = (
    <Group gap={6}>
      <nav aria-label={t("title")} className={styles.places}>
        <Go to={`/planning/board?week=${monday}`}>{t("board")}</Go>
        <Go to="/planning/means">{t("means")}</Go>
        <Go to="/planning/capacity">{t("capacity")}</Go>
      </nav>
      <Button
        variant="default"
        aria-label={t("previous")}
        onClick={() => go(plusDays(monday, -7))}
        leftSection={<IconChevronLeft size={16} />}
      >
        {t("previous")}
      </Button>
      <Button variant="default" onClick={() => go(undefined)}>
        {t("thisWeek")}
      </Button>
      <Button
        variant="default"
        onClick={() => go(plusDays(monday, 7))}
        rightSection={<IconChevronRight size={16} />}
      >
        {t("next")}
      </Button>
    </Group>
  );
  return (
    <div className={styles.page}>
      <PageHeader
        title={t("title")}
        detail={`${t("week", { number: weekNumber(monday) })} · ${longDay(monday)} – ${longDay(days.at(-1)!)}`}
        actions={arrows}
      />
      <div className={styles.columns}>
        <Pool openId={openId} onOpen={setOpenId} />
        {week.error && <ErrorState error={week.error} retry={() => void week.refetch()} />}
        {week.isPending && <SkeletonPage />}
        {week.data?.crews.length === 0 && (
          <div className={styles.empty}>
            <EmptyState title={t("noCrews")} text={t("noCrewsText")} />
          </div>
        )}
        {week.data && week.data.crews.length > 0 && (
          <WeekGrid days={days} {...week.data} openId={openId} onOpen={setOpenId} />
        )}
        {openId && <VisitPanel visitId={openId} onClose={() => setOpenId(undefined)} />}
      </div>
    </div>
  );
};
