import { Menu } from "@mantine/core";
import { IconChevronDown, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/words.ts";
import { StatusBadge } from "../StatusBadge.tsx";
import type { Tone } from "../theme.ts";
import type { Filters } from "../useFilters.ts";
import styles from "./FilterBar.module.css";
import { filterWords } from "./words.ts";

export interface Choice {
  name: string;
  label: string;
  options: readonly { value: string; label: string; tone?: Tone }[];
  /** Only one value at a time. */
  single?: boolean;
}

const next = (chosen: string[], value: string, single: boolean | undefined) => {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value);
  return single ? [value] : [...chosen, value];
};

/** So many values are read at a glance; more are searched. */
const atAGlance = 14;

/** A filter with fixed values, as a small menu of ticks. */
export const ChoiceFilter = ({ choice, filters }: { choice: Choice; filters: Filters }) => {
  const t = useWords(filterWords);
  const { name, label, options, single } = choice;
  const chosen = filters.many(name);
  const [sought, seek] = useState("");
  const isFound = (option: { label: string }) =>
    option.label.toLowerCase().includes(sought.trim().toLowerCase());
  const found = options.filter(isFound);
  const labels = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const [first = "", ...others] = labels;
  return (
    <span className={styles.choice} data-set={chosen.length > 0 || undefined}>
      <Menu closeOnItemClick={single ?? false} position="bottom-start">
        <Menu.Target>
          <button type="button" className={styles.chip}>
            <span>{label}</span>
            {first && (
              <strong className={styles.value}>
                {others.length > 0 ? t("more", { first, count: others.length }) : first}
              </strong>
            )}
            <IconChevronDown size={13} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
          {options.length > atAGlance && (
            <Menu.Search
              value={sought}
              onChange={(event) => seek(event.currentTarget.value)}
              placeholder={t("search")}
              aria-label={t("searchIn", { name: label })}
            />
          )}
          {found.length === 0 && <Menu.Label>{t("noneFound")}</Menu.Label>}
          {found.map((option) => (
            <Menu.CheckboxItem
              key={option.value}
              checked={chosen.includes(option.value)}
              closeMenuOnClick={single ?? false}
              onChange={() => filters.set({ [name]: next(chosen, option.value, single).join(",") })}
            >
              {option.tone ? <StatusBadge label={option.label} tone={option.tone} /> : option.label}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen.length > 0 && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t("clearOne", { name: label })}
          onClick={() => filters.set({ [name]: undefined })}
        >
          <IconX size={13} />
        </button>
      )}
    </span>
  );
};
