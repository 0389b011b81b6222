import { useWords } from "../../words/words.ts";
import type { Filters } from "../useFilters.ts";
import { type Choice, ChoiceFilter } from "./ChoiceFilter.tsx";
import { DayFilter, type DayRange } from "./DayFilter.tsx";
import styles from "./FilterBar.module.css";
import { SearchFilter } from "./SearchFilter.tsx";
import { ViewsMenu } from "./ViewsMenu.tsx";
import { filterWords } from "./words.ts";

export interface FilterBarProps {
  /** Name of the list, under which views are saved; without it there are none. */
  list?: string;
  filters: Filters;
  /** The filter that takes typed text, and what one can type. */
  search?: { name: string; placeholder?: string };
  choices?: readonly Choice[];
  days?: readonly DayRange[];
}

/** How a list is sorted or shown filters nothing. */
const isOwn = (name: string) => name !== "sort" && name !== "view";

/** The filters of a list in one row; they stand in the address. */
export const FilterBar = ({ list, filters, search, choices = [], days = [] }: FilterBarProps) => {
  const t = useWords(filterWords);
  return (
    <div className={styles.bar} role="search">
      {search && <SearchFilter filters={filters} {...search} />}
      {choices.map((choice) => (
        <ChoiceFilter key={choice.name} choice={choice} filters={filters} />
      ))}
      {days.map((range) => (
        <DayFilter key={range.from} range={range} filters={filters} />
      ))}
      {Object.keys(filters.values).some(isOwn) && (
        <button type="button" className={styles.clear} onClick={filters.clear}>
          {t("clear")}
        </button>
      )}
      {list && <ViewsMenu list={list} filters={filters} />}
    </div>
  );
};
