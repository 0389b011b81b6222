import { Button, Checkbox, Popover, Select, TextInput } from "@mantine/core";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { PlanVisit } from "#planning/contract";
import { useKeys } from "../../../ui/keys.ts";
import { useWords } from "../../../words/words.ts";
import { useDuration, useVisitNames } from "../../visitNames.ts";
import { boardWords } from "../words/board.ts";
import { poolWords } from "../words/pool.ts";
import styles from "./pool.module.css";
import { choicesOf, countOf, noFilter, type PoolFilter } from "./poolFilter.ts";

interface PoolFiltersProps {
  visits: readonly PlanVisit[];
  filter: PoolFilter;
  onFilter: (filter: PoolFilter) => void;
}

const lengths = [60, 120, 180, 240, 360];

const Fields = ({ visits, filter, onFilter }: PoolFiltersProps) => {
  const t = useWords(poolWords);
  const names = useVisitNames();
  const duration = useDuration();
  const { skills, kinds, regions, wishes } = choicesOf(visits);
  const set = (change: Partial<PoolFilter>) => onFilter({ ...filter, ...change });
  const named = (group: "skill" | "kind" | "part", codes: readonly string[]) =>
    codes.map((value) => ({ value, label: names(group, value) }));
  const choices = [
    { name: "skill", data: named("skill", skills) },
    { name: "kind", data: named("kind", kinds) },
    { name: "region", data: regions.map((value) => ({ value, label: value })) },
    { name: "wish", data: named("part", wishes) },
  ] as const;
  const shared = { placeholder: t("any"), clearable: true, comboboxProps: { withinPortal: false } } as const;
  return (
    <div className={styles.fields}>
      {choices.map(({ name, data }) => (
        <Select
          key={name}
          {...shared}
          label={t(name)}
          data={data}
          value={filter[name]}
          onChange={(value) => set({ [name]: value })}
        />
      ))}
      <Select
        {...shared}
        label={t("longest")}
        data={lengths.map((length) => ({ value: String(length), label: duration(length) }))}
        value={filter.longest === null ? null : String(filter.longest)}
        onChange={(value) => set({ longest: value === null ? null : Number(value) })}
      />
      <Checkbox
        label={t("mustDo")}
        checked={filter.mustDo}
        onChange={(event) => set({ mustDo: event.currentTarget.checked })}
      />
      <Button variant="default" size="xs" onClick={() => onFilter({ ...noFilter, search: filter.search })}>
        {t("clear")}
      </Button>
    </div>
  );
};

interface SearchProps {
  onEnter: () => void;
  /** The search takes the keys as soon as it is there. */
  searches: boolean;
}

/** Search, on the board too, and filters of the pool. */
export const PoolFilters = ({ onEnter, searches, ...props }: PoolFiltersProps & SearchProps) => {
  const t = useWords(poolWords);
  const b = useWords(boardWords);
  const { filter, onFilter } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searches) input.current?.focus();
  }, [searches]);
  useKeys(b("title"), [{ key: "/", label: t("keySearch"), run: () => input.current?.focus() }]);
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === "Enter") onEnter();
    if (key === "Escape") onFilter({ ...filter, search: "" });
  };
  const many = countOf(filter);
  return (
    <div className={styles.search}>
      <TextInput
        size="xs"
        ref={input}
        aria-label={t("search")}
        title={t("search")}
        placeholder={t("searchShort")}
        onKeyDown={onKey}
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })}
      />
      <Popover position="bottom-start" width={260}>
        <Popover.Target>
          <Button size="xs" variant={many > 0 ? "light" : "default"} leftSection={<IconFilter size={14} />}>
            {t("filters")} {many > 0 && many}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Fields {...props} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
};
