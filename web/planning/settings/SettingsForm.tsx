import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useMay } from "../../identity/session.tsx";
import { unreadableIn } from "../../ui/wrongInputs.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { SettingField, type SettingName } from "./SettingField.tsx";
import { planningSettingWords } from "./words.ts";

/** What belongs together, in the order of the screen. */
export const settingGroups = {
  customers: ["offerDays", "holdMinutes", "changeUntilHours", "waitingOfferHours", "reserveMinutes"],
  day: ["lunchFrom", "lunchMinutes"],
  weights: ["priorityWeight", "overtimeWeight", "otherCrewWeight", "movedWeight", "evenWeight"],
} as const satisfies Record<string, readonly SettingName[]>;
export type SettingGroup = keyof typeof settingGroups;

interface SettingsFormProps {
  groups: readonly SettingGroup[];
  about: string;
  isOfEntity?: boolean;
  edits: {
    valueOf(name: SettingName): number | null;
    meanwhileOf(name: SettingName): number | null | undefined;
    set(name: SettingName, value: number | null): void;
    isEdited: boolean;
  };
  /** What holds where there is no own value. */
  otherwise: (name: SettingName) => number;
  isRunning: boolean;
  onSave: () => void;
  /** Stands below the appointments with customers. */
  children?: ReactNode;
}

/** Settings by group, with a button that saves what was edited. */
export const SettingsForm = (props: SettingsFormProps) => {
  const { groups, about, isOfEntity = false, edits, otherwise, isRunning, onSave, children } = props;
  const t = useWords(planningSettingWords);
  const mayPlan = useMay()("operations.planning");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [half] = unreadableIn(event.currentTarget);
    if (!half) return onSave();
    half.input.checkValidity();
    half.input.focus();
  };
  return (
    <form className={styles.form} style={{ maxInlineSize: 560 }} onSubmit={submit} noValidate>
      <p className={styles.soft}>{about}</p>
      {groups.map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{t(`group.${group}`)}</legend>
          <p className={styles.soft}>{t(`about.${group}`)}</p>
          {settingGroups[group].map((name) => (
            <SettingField
              key={name}
              name={name}
              own={edits.valueOf(name)}
              otherwise={otherwise(name)}
              isOfEntity={isOfEntity}
              meanwhile={edits.meanwhileOf(name)}
              disabled={!mayPlan}
              onChange={(value) => edits.set(name, value)}
            />
          ))}
          {group === "customers" && children}
        </fieldset>
      ))}
      {mayPlan && (
        <Button type="submit" loading={isRunning} disabled={!edits.isEdited}>
          {t("save")}
        </Button>
      )}
    </form>
  );
};
