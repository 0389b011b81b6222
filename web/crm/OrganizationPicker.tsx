import { CloseButton, Combobox, InputBase, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { crm, type OrganizationKind } from "#crm/contract";
import { useList, useQuery } from "../api/queries.ts";
import { commonWords } from "../words/common.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./OrganizationPicker.module.css";

const pickerWords = words({
  nl: { nothing: "Geen organisatie gevonden" },
  en: { nothing: "No organization found" },
});

interface PickerProps {
  label: string;
  placeholder?: string;
  kinds?: OrganizationKind[];
  /** The id of the chosen one; empty for none. */
  value: string;
  onChange: (organizationId: string) => void;
  error?: React.ReactNode;
}

/** Finds an organization by typing part of its name. */
export const OrganizationPicker = ({ label, placeholder, kinds, value, onChange, error }: PickerProps) => {
  const t = useWords(pickerWords);
  const common = useWords(commonWords);
  const [typed, setTyped] = useState<string>();
  const [search] = useDebouncedValue(typed?.trim() ?? "", 120);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped(undefined);
    },
  });
  const chosen = useQuery(crm.organization, { organizationId: value }, { when: value !== "", fresh: 60_000 });
  const { rows = [] } = useList(
    crm.organizations,
    { limit: 12, ...(kinds ? { kind: kinds } : {}), ...(search ? { search } : {}) },
    { when: typed !== undefined },
  );
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        onChange(id);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label}
          placeholder={placeholder}
          error={error}
          autoComplete="off"
          value={typed ?? (value ? (chosen.data?.name ?? "…") : "")}
          rightSection={
            value ? (
              <CloseButton
                size="sm"
                aria-label={common("remove")}
                tabIndex={-1}
                onClick={() => onChange("")}
              />
            ) : undefined
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => {
            setTyped("");
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: "auto" }}>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              <span className={styles.name}>{row.name}</span>
              <span className={styles.detail}>{[row.parentName, row.city].filter(Boolean).join(" · ")}</span>
            </Combobox.Option>
          ))}
          {rows.length === 0 && <Combobox.Empty>{t("nothing")}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
