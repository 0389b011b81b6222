import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { planning } from "#planning/contract";
import { useAction } from "../api/useAction.ts";
import { useWords } from "../words/words.ts";
import { appointmentWords } from "./customerWords.ts";
import styles from "./Earlier.module.css";
import { halfDays, useWeekdayName, workdays } from "./weekdayNames.ts";

interface ChoicesProps<Value> {
  label: string;
  values: readonly Value[];
  chosen: readonly Value[];
  nameOf: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}

/** Several of a few, each on or off with one tap. */
const Choices = <Value extends string | number>({
  label,
  values,
  chosen,
  nameOf,
  onChange,
}: ChoicesProps<Value>) => (
  <fieldset className={styles.choices}>
    <legend>{label}</legend>
    {values.map((value) => (
      <button
        key={value}
        type="button"
        className={styles.choice}
        aria-pressed={chosen.includes(value)}
        onClick={() => onChange(values.filter((other) => (other === value) !== chosen.includes(other)))}
      >
        {chosen.includes(value) && <IconCheck size={16} aria-hidden="true" />}
        <span>{nameOf(value)}</span>
      </button>
    ))}
  </fieldset>
);

/** The days and parts of a day that suit, and a place on the waiting list. */
export const JoinWaitingList = ({ visitId }: { visitId: string }) => {
  const t = useWords(appointmentWords);
  const weekdayName = useWeekdayName();
  const [weekdays, setWeekdays] = useState<number[]>([...workdays]);
  const [parts, setParts] = useState([...halfDays]);
  const join = useAction(planning.wishEarlier, { invalidates: [planning.myEarlier] });
  return (
    <>
      <Choices
        label={t("earlierDays")}
        values={workdays}
        chosen={weekdays}
        nameOf={weekdayName}
        onChange={setWeekdays}
      />
      <Choices label={t("earlierParts")} values={halfDays} chosen={parts} nameOf={t} onChange={setParts} />
      <Button
        size="lg"
        variant="default"
        disabled={weekdays.length === 0 || parts.length === 0}
        loading={join.isRunning}
        onClick={() => join.run({ visitId, wish: { weekdays, parts } })}
      >
        {t("earlierJoin")}
      </Button>
    </>
  );
};
