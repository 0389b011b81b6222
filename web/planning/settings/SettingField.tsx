import { NumberInput, TextInput, UnstyledButton } from "@mantine/core";
import { useReadable } from "../../ui/useReadable.ts";
import { useWords } from "../../words/words.ts";
import { clockOf } from "../board/timeline/useVisitText.ts";
import styles from "../means/means.module.css";
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
/** What may be tuned. */
export type SettingName = keyof typeof bounds;
type Amount = Exclude<SettingName, "lunchFrom">;

interface InputProps {
  name: SettingName;
  value: number;
  disabled: boolean;
  onChange: (value: number | null) => void;
}

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

const TimeField = ({ name, value, disabled, onChange }: InputProps) => {
  const t = useWords(planningSettingWords);
  const [min, max] = bounds[name];
  const isOutside = value < min || value > max;
  const { error, ...typed } = useReadable(clockOf(value), (time) => onChange(time ? minutesOf(time) : null));
  return (
    <TextInput
      type="time"
      data-path={name}
      {...typed}
      error={error ?? (isOutside && t("between", { from: clockOf(min), until: clockOf(max) }))}
      label={t(`name.${name}`)}
      description={t(`does.${name}`, { value: clockOf(value) })}
      min={clockOf(min)}
      max={clockOf(max)}
      step={300}
      disabled={disabled}
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

interface SettingFieldProps {
  name: SettingName;
  /** The own value, and the one that holds without it: of the product, or for an entity of the group. */
  own: number | null;
  otherwise: number;
  isOfEntity: boolean;
  /** What somebody else made of it since it was edited here; undefined when nobody did. */
  meanwhile: number | null | undefined;
  disabled: boolean;
  onChange: (value: number | null) => void;
}

/** One value: what it does in a sentence, what holds without it, and the way back to that. */
export const SettingField = (props: SettingFieldProps) => {
  const { name, own, otherwise, isOfEntity, meanwhile, disabled, onChange } = props;
  const t = useWords(planningSettingWords);
  const text = (value: number) => (name === "lunchFrom" ? clockOf(value) : String(value));
  const input = { value: own ?? otherwise, disabled, onChange };
  const isOwn = own !== null && (isOfEntity || own !== otherwise);
  const said = isOfEntity ? (isOwn ? "ownValue" : "asGroup") : "usual";
  return (
    <div>
      {name === "lunchFrom" ? <TimeField name={name} {...input} /> : <NumberField name={name} {...input} />}
      <span className={styles.soft}>{t(said, { value: text(otherwise) })}</span>{" "}
      {isOwn && !disabled && (
        <UnstyledButton className={styles.plain} onClick={() => onChange(null)}>
          {t(isOfEntity ? "resetToGroup" : "reset")}
        </UnstyledButton>
      )}
      {meanwhile !== undefined && (
        <p role="status">{t("meanwhile", { value: text(meanwhile ?? otherwise) })}</p>
      )}
    </div>
  );
};
