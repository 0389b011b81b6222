import { Popover, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import type { Filters } from "../useFilters.ts";
import { useReadable } from "../useReadable.ts";
import styles from "./FilterBar.module.css";
import { filterWords } from "./words.ts";

export interface DayRange {
  label: string;
  /** Names of the two filters, both days. */
  from: string;
  until: string;
}

const DayField = ({ label, name, filters }: { label: string; name: string; filters: Filters }) => (
  <TextInput
    type="date"
    label={label}
    {...useReadable(filters.values[name] ?? "", (day) => filters.set({ [name]: day }))}
  />
);

/** A range of days; either end may stay open. */
export const DayFilter = ({ range, filters }: { range: DayRange; filters: Filters }) => {
  const t = useWords(filterWords);
  const { day } = useFormats();
  const from = filters.values[range.from];
  const until = filters.values[range.until];
  return (
    <Popover position="bottom-start" trapFocus>
      <span className={styles.choice} data-set={from || until ? true : undefined}>
        <Popover.Target>
          <button type="button" className={styles.chip}>
            <span>{range.label}</span>
            {(from || until) && (
              <strong className={styles.value}>
                {[from, until].map((value) => (value ? day(value) : "…")).join(" – ")}
              </strong>
            )}
            <IconChevronDown size={13} aria-hidden="true" />
          </button>
        </Popover.Target>
      </span>
      <Popover.Dropdown aria-label={range.label}>
        <div className={styles.days}>
          <DayField label={t("from")} name={range.from} filters={filters} />
          <DayField label={t("until")} name={range.until} filters={filters} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
