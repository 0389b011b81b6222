import { Select } from "@mantine/core";
import { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { useQuery } from "../../api/queries.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { PlanningTabs } from "../PlanningTabs.tsx";
import { EntitySettings } from "./EntitySettings.tsx";
import { GroupSettings } from "./GroupSettings.tsx";
import { planningSettingWords } from "./words.ts";

const ofGroup = "group";

/** The group's settings or those of an entity; which, stands in the address. */
const Settings = (settings: OutputOf<typeof planning.settings>) => {
  const t = useWords(planningSettingWords);
  const filters = useFilters();
  const { entities } = settings;
  const entity = entities.find(({ code }) => code === filters.values.entity);
  const differs = ({ tuned }: (typeof entities)[number]) =>
    Object.values(tuned).filter((value) => value !== null).length;
  return (
    <>
      <Select
        label={t("whose")}
        style={{ maxInlineSize: 560, marginBlockEnd: 12 }}
        allowDeselect={false}
        value={entity?.code ?? ofGroup}
        onChange={(code) => filters.set({ entity: !code || code === ofGroup ? undefined : code })}
        data={[
          { value: ofGroup, label: t("theGroup") },
          ...entities.map((each) => ({
            value: each.code,
            label: t("entityName", { name: each.name, count: differs(each) }),
          })),
        ]}
      />
      {entity ? (
        <EntitySettings key={entity.code} entity={entity} group={settings} />
      ) : (
        <GroupSettings {...settings} />
      )}
    </>
  );
};

/** What planning is tuned by, what each value does, and the way back to what holds without it. */
export const PlanningSettingsPage = () => {
  const t = useWords(planningSettingWords);
  const query = useQuery(planning.settings, {});
  return (
    <>
      <PageHeader title={t("title")} parent={{ label: t("planning"), to: "/planning" }}>
        <PlanningTabs current="settings" />
      </PageHeader>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("title")}>
        {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <SkeletonLines lines={10} />}
        {query.data && <Settings {...query.data} />}
      </div>
    </>
  );
};
