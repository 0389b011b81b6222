import { Popover, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import type { Filters } from "../useFilters.ts";
import styles from "./FilterBar.module.css";
import { filterWords } from "./words.ts";

export interface DayRange {
  label: string;
  /** Names of the two filters, both days. */
  from: string;
  until: string;
}

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
          <TextInput
            type="date"
            label={t("from")}
            value={from ?? ""}
            onChange={(event) => filters.set({ [range.from]: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t("until")}
            value={until ?? ""}
            onChange={(event) => filters.set({ [range.until]: event.currentTarget.value })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
