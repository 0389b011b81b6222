import { MultiSelect } from "@mantine/core";
import { useMe } from "../identity/session.tsx";
import { EntityMark } from "../orders/EntityMark.tsx";
import { useWords } from "../words/words.ts";
import { settingsWords } from "./words.ts";

interface PickerProps {
  value: readonly string[] | null;
  onChange: (entities: string[] | null) => void;
  /** Who may cross entities sees all of them, whatever is chosen. */
  seesAll: boolean;
}

/** Whether these rights open all entities. */
export const crossesEntities = (scopes: readonly string[]) =>
  scopes.includes("multi.entity") || scopes.includes("multi.*");

/** The entities whose work somebody of the office sees; none chosen is all of them. */
export const EntityPicker = ({ value, onChange, seesAll }: PickerProps) => {
  const t = useWords(settingsWords);
  const { businessEntities } = useMe();
  return (
    <MultiSelect
      label={t("entitiesSeen")}
      description={t(seesAll ? "entitiesCrossed" : "entitiesSeenText")}
      placeholder={value?.length ? undefined : t("allEntities")}
      data={businessEntities.map(({ code, name }) => ({ value: code, label: name }))}
      renderOption={({ option }) => <EntityMark code={option.value} />}
      value={[...(value ?? [])]}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : null)}
      clearable
    />
  );
};
