import { Button, Group, SegmentedControl, Select } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconDownload } from "@tabler/icons-react";
import type { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { csvOf, download } from "../../ui/csv.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import { plusDays } from "../weekDays.ts";
import styles from "./capacity.module.css";
import { noFigures } from "./figures.ts";
import type { HeatRow } from "./HeatTable.tsx";
import { capacityWords } from "./words.ts";

interface CapacityToolsProps {
  from: string;
  by: "region" | "skill";
  rows: readonly HeatRow[];
  data: OutputOf<typeof planning.capacity> | undefined;
}

const useExport = ({ rows, data, from }: CapacityToolsProps) => {
  const t = useWords(capacityWords);
  const kinds = ["available", "booked", "travel", "waiting", "quoted", "expected", "free", "short"] as const;
  return () => {
    const header = [t("csv.week"), t("csv.row"), ...kinds.map((kind) => t(`kinds.${kind}`))];
    const lines = (data?.weeks ?? []).flatMap(({ monday }) =>
      rows.map(({ label, cells }) => {
        const figures = cells.get(monday) ?? noFigures;
        return [monday, label, ...kinds.map((kind) => figures[kind])];
      }),
    );
    download(`capacity-${from}.csv`, csvOf(header, lines));
  };
};

/** Which weeks, which rows, which skill, and the figures as a file; all but the file stand in the address. */
export const CapacityTools = (props: CapacityToolsProps) => {
  const { from, by, data } = props;
  const t = useWords(capacityWords);
  const names = useVisitNames();
  const filters = useFilters();
  const save = useExport(props);
  const skills = [...new Set((data?.skills ?? []).map(({ skill }) => skill))];
  return (
    <div className={styles.tools}>
      <Group gap={6}>
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} />}
          onClick={() => filters.set({ from: plusDays(from, -7) })}
        >
          {t("previous")}
        </Button>
        <Button variant="default" onClick={() => filters.set({ from: undefined })}>
          {t("thisWeek")}
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={16} />}
          onClick={() => filters.set({ from: plusDays(from, 7) })}
        >
          {t("next")}
        </Button>
      </Group>
      <SegmentedControl
        aria-label={t("rows")}
        value={by}
        onChange={(value) => filters.set({ by: value === "skill" ? "skill" : undefined, cell: undefined })}
        data={[
          { value: "region", label: t("byRegion") },
          { value: "skill", label: t("bySkill") },
        ]}
      />
      {by === "region" && (
        <Select
          aria-label={t("skill")}
          placeholder={t("allSkills")}
          clearable
          searchable
          value={filters.values.skill ?? null}
          onChange={(value) => filters.set({ skill: value ?? undefined })}
          data={skills.map((skill) => ({ value: skill, label: names("skill", skill) }))}
        />
      )}
      <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save} disabled={!data}>
        {t("export")}
      </Button>
    </div>
  );
};
