import { Combobox, InputBase, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { catalog } from "#catalog/contract";
import { useList } from "../api/queries.ts";
import { Money } from "../ui/Money.tsx";
import { useWords, words } from "../words/words.ts";
import styles from "./ArticlePicker.module.css";

const pickerWords = words({
  nl: { label: "Artikel", placeholder: "Zoek op naam of nummer", nothing: "Geen artikel gevonden" },
  en: { label: "Article", placeholder: "Search by name or number", nothing: "No article found" },
});

export interface PickedArticle {
  id: string;
  number: string;
  name: string;
  listPriceCents: number;
}

interface PickerProps {
  label?: string;
  onPick: (article: PickedArticle) => void;
  /** Inside a popover the options must be drawn in it, or choosing one would close it. */
  withinPortal?: boolean;
}

/** Finds an article by typing; arrows choose, Enter takes. */
export const ArticlePicker = ({ label, onPick, withinPortal = true }: PickerProps) => {
  const t = useWords(pickerWords);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 120);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { rows = [] } = useList(catalog.articles, { active: true, limit: 12, ...(search ? { search } : {}) });
  return (
    <Combobox
      store={combobox}
      withinPortal={withinPortal}
      onOptionSubmit={(id) => {
        const picked = rows.find((row) => row.id === id);
        if (!picked) return;
        setTyped(picked.name);
        combobox.closeDropdown();
        onPick(picked);
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label ?? t("label")}
          placeholder={t("placeholder")}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: "auto" }}>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              <span className={styles.option}>
                <span className={styles.name}>{row.name}</span>
                <span className={styles.number}>{row.number}</span>
                <Money cents={row.listPriceCents} />
              </span>
            </Combobox.Option>
          ))}
          {rows.length === 0 && <Combobox.Empty>{t("nothing")}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
