import { Button, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { planning } from "#planning/contract";
import type { OutputOf } from "#platform/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { useMay } from "../../identity/session.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import { clockOf } from "../board/timeline/useVisitText.ts";
import styles from "../means/means.module.css";
import { PlanningTabs } from "../PlanningTabs.tsx";
import { ReservePreview } from "./ReservePreview.tsx";
import { planningSettingWords } from "./words.ts";

const bounds = {
  reserveMinutes: [0, 480],
  holdMinutes: [1, 120],
  changeUntilHours: [0, 336],
  waitingOfferHours: [1, 72],
  lunchFrom: [600, 900],
  lunchMinutes: [0, 120],
  offerDays: [7, 56],
  priorityWeight: [5, 500],
  overtimeWeight: [0, 20],
  otherCrewWeight: [0, 240],
  movedWeight: [0, 480],
  evenWeight: [0, 5],
} as const;
type Name = keyof typeof bounds;
type Amount = Exclude<Name, "lunchFrom">;

/** What belongs together, in the order of the screen. */
const groups = {
  customers: ["offerDays", "holdMinutes", "changeUntilHours", "waitingOfferHours", "reserveMinutes"],
  day: ["lunchFrom", "lunchMinutes"],
  weights: ["priorityWeight", "overtimeWeight", "otherCrewWeight", "movedWeight", "evenWeight"],
} as const satisfies Record<string, readonly Name[]>;
type Group = keyof typeof groups;

type Settings = OutputOf<typeof planning.settings>;

interface FieldProps {
  name: Name;
  given: number | null;
  usual: number;
  disabled: boolean;
  onChange: (value: number | null) => void;
}

interface InputProps {
  name: Name;
  value: number;
  disabled: boolean;
  onChange: (value: number | null) => void;
}

const TimeField = ({ name, value, disabled, onChange }: InputProps) => {
  const t = useWords(planningSettingWords);
  const [min, max] = bounds[name];
  const isOutside = value < min || value > max;
  return (
    <TextInput
      type="time"
      error={isOutside && t("between", { from: clockOf(min), until: clockOf(max) })}
      label={t(`name.${name}`)}
      description={t(`does.${name}`, { value: clockOf(value) })}
      min={clockOf(min)}
      max={clockOf(max)}
      step={300}
      disabled={disabled}
      value={clockOf(value)}
      onChange={({ currentTarget }) => {
        const [hours = 0, minutes = 0] = currentTarget.value.split(":").map(Number);
        onChange(currentTarget.value ? hours * 60 + minutes : null);
      }}
    />
  );
};

const NumberField = ({ name, value, disabled, onChange }: InputProps & { name: Amount }) => {
  const t = useWords(planningSettingWords);
  const [min, max] = bounds[name];
  return (
    <NumberInput
      label={t(`name.${name}`)}
      description={t(`does.${name}`, { value: String(value) })}
      suffix={` ${t(`unit.${name}`)}`}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      disabled={disabled}
      value={value}
      onChange={(next) => onChange(next === "" ? null : Number(next))}
    />
  );
};

/** One value: what it does in a sentence, what is usual, and the way back to it. */
const Field = ({ name, given, usual, disabled, onChange }: FieldProps) => {
  const t = useWords(planningSettingWords);
  const value = given ?? usual;
  const input = { value, disabled, onChange };
  return (
    <div>
      {name === "lunchFrom" ? <TimeField name={name} {...input} /> : <NumberField name={name} {...input} />}
      <span className={styles.soft}>
        {t("usual", { value: name === "lunchFrom" ? clockOf(usual) : String(usual) })}
      </span>{" "}
      {given !== null && given !== usual && !disabled && (
        <button type="button" className={styles.plain} onClick={() => onChange(null)}>
          {t("reset")}
        </button>
      )}
    </div>
  );
};

const SettingsForm = ({ tuned, usual }: Settings) => {
  const t = useWords(planningSettingWords);
  const mayPlan = useMay()("operations.planning");
  const [values, setValues] = useState(tuned);
  const change = useAction(planning.changeSettings, {
    onDone: (after) => {
      setValues(after);
      tellDone(t("saved"), () => change.run(tuned));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.run(values);
  };
  return (
    <form className={styles.form} style={{ maxInlineSize: 560 }} onSubmit={submit} noValidate>
      <p className={styles.soft}>{t("text")}</p>
      {(Object.keys(groups) as Group[]).map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{t(`group.${group}`)}</legend>
          <p className={styles.soft}>{t(`about.${group}`)}</p>
          {groups[group].map((name) => (
            <Field
              key={name}
              name={name}
              given={values[name]}
              usual={usual[name]}
              disabled={!mayPlan}
              onChange={(value) => setValues((was) => ({ ...was, [name]: value }))}
            />
          ))}
          {group === "customers" && (
            <ReservePreview reserveMinutes={values.reserveMinutes ?? usual.reserveMinutes} />
          )}
        </fieldset>
      ))}
      {mayPlan && (
        <Button type="submit" loading={change.isRunning}>
          {t("save")}
        </Button>
      )}
    </form>
  );
};

/** What planning is tuned by, what each value does, and the way back to the product's own. */
export const PlanningSettingsPage = () => {
  const t = useWords(planningSettingWords);
  const query = useQuery(planning.settings, {});
  return (
    <>
      <PageHeader title={t("title")} parent={{ label: t("planning"), to: "/planning" }}>
        <PlanningTabs current="settings" />
      </PageHeader>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("title")}>
        {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <SkeletonLines lines={10} />}
        {query.data && <SettingsForm {...query.data} />}
      </div>
    </>
  );
};
