import { PageHeader } from "../../ui/PageHeader.tsx";
import { PageTabs } from "../../ui/PageTabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useWords } from "../../words/words.ts";
import { Absences } from "./Absences.tsx";
import { CalendarTab } from "./CalendarTab.tsx";
import { CrewMatrix } from "./CrewMatrix.tsx";
import { DurationsTab } from "./DurationsTab.tsx";
import { Mechanics } from "./Mechanics.tsx";
import styles from "./means.module.css";
import { TravelTab } from "./TravelTab.tsx";
import { Vans } from "./Vans.tsx";
import { meansWords } from "./words.ts";

const parts = [
  { name: "mechanics", Part: Mechanics },
  { name: "vans", Part: Vans },
  { name: "crews", Part: CrewMatrix },
  { name: "absences", Part: Absences },
  { name: "calendar", Part: CalendarTab },
  { name: "travel", Part: TravelTab },
  { name: "durations", Part: DurationsTab },
] as const;

/** Who and what planning works with: mechanics, vans, the crews of a week, absences and working days. */
export const MeansPage = () => {
  const t = useWords(meansWords);
  const { tab } = useFilters().values;
  const current = parts.find(({ name }) => name === tab) ?? parts[0];
  return (
    <>
      <PageHeader title={t("title")} parent={{ label: t("planning"), to: "/planning" }}>
        <PageTabs
          label={t("title")}
          current={current.name}
          tabs={parts.map(({ name }) => ({ value: name, label: t(name), to: `/planning/means?tab=${name}` }))}
        />
      </PageHeader>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t(current.name)}>
        <current.Part key={current.name} />
      </div>
    </>
  );
};
