import { Checkbox } from "@mantine/core";
import { scopeFamilies } from "#platform/identity/contract";
import styles from "./settings.module.css";

interface PickerProps {
  value: readonly string[];
  onChange: (scopes: string[]) => void;
  label: string;
}

/** Rights by family; a whole family at once, or one by one. */
export const ScopePicker = ({ value, onChange, label }: PickerProps) => {
  const toggle = (scope: string) =>
    onChange(value.includes(scope) ? value.filter((each) => each !== scope) : [...value, scope]);
  return (
    <fieldset className={styles.scopes}>
      <legend className={styles.legend}>{label}</legend>
      {Object.entries(scopeFamilies).map(([family, names]) => {
        const all = `${family}.*`;
        const hasAll = value.includes(all);
        return (
          <div key={family} className={styles.family}>
            <Checkbox size="xs" label={all} checked={hasAll} onChange={() => toggle(all)} />
            <div className={styles.names}>
              {names.map((name) => {
                const scope = `${family}.${name}`;
                return (
                  <Checkbox
                    key={scope}
                    size="xs"
                    label={name}
                    aria-label={scope}
                    checked={hasAll || value.includes(scope)}
                    disabled={hasAll}
                    onChange={() => toggle(scope)}
                  />
                );
              })}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
};
