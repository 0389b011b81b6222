import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useFilters } from "../../ui/useFilters.ts";
import { useWords } from "../../words/words.ts";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

/** What one looks for in a list of people or means; it is kept in the address. */
export const useSearch = (): string => useFilters().values.search ?? "";

/** The field in which one says it. */
export const ListSearch = () => {
  const t = useWords(meansWords);
  const { set } = useFilters();
  return (
    <TextInput
      type="search"
      size="xs"
      className={styles.search}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      aria-label={t("search")}
      placeholder={t("search")}
      value={useSearch()}
      onChange={(event) => set({ search: event.currentTarget.value || undefined })}
    />
  );
};
