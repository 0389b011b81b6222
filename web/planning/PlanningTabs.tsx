import { PageTabs } from "../ui/PageTabs.tsx";
import { useWords } from "../words/words.ts";
import { planningPlaces, planningPlaceWords } from "./planningPlaces.ts";

export type PlanningPlace = (typeof planningPlaces)[number]["name"];

/** The pages of planning beside the calendar and the board. */
export const PlanningTabs = ({ current }: { current: PlanningPlace }) => {
  const t = useWords(planningPlaceWords);
  return (
    <PageTabs
      label={t("planning")}
      current={current}
      tabs={planningPlaces.map(({ name, to }) => ({ value: name, label: t(name), to }))}
    />
  );
};
