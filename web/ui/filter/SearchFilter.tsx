import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../words/words.ts";
import { useKeys } from "../keys.ts";
import type { Filters } from "../useFilters.ts";
import styles from "./FilterBar.module.css";
import { filterWords } from "./words.ts";

/** Text to search for; asks when the typing pauses. */
export const SearchFilter = (props: { filters: Filters; name: string; placeholder?: string }) => {
  const { filters, name, placeholder } = props;
  const t = useWords(filterWords);
  const input = useRef<HTMLInputElement>(null);
  const given = filters.values[name] ?? "";
  const [typed, setTyped] = useState(given);
  const sent = useRef(given);

  useEffect(() => {
    if (given !== sent.current) {
      sent.current = given;
      setTyped(given);
    }
  }, [given]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      filters.set({ [name]: typed });
    }, 200);
    return () => clearTimeout(timer);
  }, [typed, name, filters]);
  useKeys(t("keys"), [{ key: "/", label: t("keySearch"), run: () => input.current?.focus() }]);

  return (
    <TextInput
      ref={input}
      type="search"
      size="xs"
      className={styles.search}
      aria-label={placeholder ?? t("search")}
      placeholder={placeholder ?? t("search")}
      leftSection={<IconSearch size={15} stroke={1.8} />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") input.current?.blur();
      }}
    />
  );
};
