import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { type MechanicView, planning } from "#planning/contract";
import { useAction } from "../../api/useAction.ts";
import { tellDone } from "../../ui/tell.ts";
import { useFieldCheck } from "../../ui/useFieldCheck.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

type Hours = Record<number, { startsAt: string; endsAt: string }>;

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual = { startsAt: "07:30", endsAt: "17:00" };

type Wrong = "hoursTogether" | "hoursBackwards";

/** What is wrong with the hours of a day: one of them is missing, or they run backwards. */
const wrongWith = ({ startsAt, endsAt } = { startsAt: "", endsAt: "" }): Wrong | undefined => {
  if (Boolean(startsAt) !== Boolean(endsAt)) return "hoursTogether";
  return startsAt && endsAt <= startsAt ? "hoursBackwards" : undefined;
};

/** The weekly hours from a day on; an empty weekday is a day off. */
export const RosterForm = ({ mechanic, mayPlan }: { mechanic: MechanicView; mayPlan: boolean }) => {
  const t = useWords(meansWords);
  const { today } = useFormats();
  const roster = mechanic.rosters.at(-1);
  const [validFrom, setValidFrom] = useState(roster?.validFrom ?? today());
  const [hours, setHours] = useState<Hours>(() =>
    Object.fromEntries(
      roster
        ? roster.days.map(({ weekday, ...day }) => [weekday, day])
        : weekdays.slice(0, 5).map((weekday) => [weekday, usual]),
    ),
  );
  const set = useAction(planning.setRoster, { onDone: () => tellDone(t("saved")) });
  const [isSent, setSent] = useState(false);
  const wrong = (weekday: number) => (isSent ? wrongWith(hours[weekday]) : undefined);
  const { checked, field } = useFieldCheck();
  const submit = () => {
    setSent(true);
    if (weekdays.some((weekday) => wrongWith(hours[weekday]))) return;
    const days = weekdays
      .filter((weekday) => hours[weekday]?.startsAt && hours[weekday].endsAt)
      .map((weekday) => ({ weekday, ...hours[weekday]! }));
    set.run({ mechanicId: mechanic.id, validFrom, days });
  };
  const change = (weekday: number, part: "startsAt" | "endsAt", value: string) =>
    setHours((was) => ({ ...was, [weekday]: { startsAt: "", endsAt: "", ...was[weekday], [part]: value } }));
  const hourField = (weekday: number, part: "startsAt" | "endsAt") => {
    const props = field(`${weekday}.${part}`);
    const found = part === "endsAt" ? wrong(weekday) : undefined;
    return { ...props, error: props.error ?? (found && t(found)) };
  };
  return (
    <form className={styles.form} onSubmit={checked(submit)} noValidate>
      {!roster && <p className={styles.soft}>{t("everyDay")}</p>}
      <div className={styles.row}>
        {weekdays.map((weekday) => (
          <fieldset key={weekday} style={{ border: 0, margin: 0, padding: 0 }}>
            <legend className={styles.soft}>{t(`weekday.${weekday}`)}</legend>
            {(["startsAt", "endsAt"] as const).map((part) => (
              <TextInput
                key={part}
                type="time"
                size="xs"
                aria-label={`${t(`weekday.${weekday}`)} ${part === "startsAt" ? t("from") : t("until")}`}
                value={hours[weekday]?.[part] ?? ""}
                onChange={(event) => change(weekday, part, event.currentTarget.value)}
                {...hourField(weekday, part)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <TextInput
        type="date"
        label={t("validFrom")}
        required
        withAsterisk={false}
        value={validFrom}
        onChange={(event) => setValidFrom(event.currentTarget.value)}
        {...field("validFrom")}
      />
      {mayPlan && (
        <Button type="submit" variant="default" loading={set.isRunning}>
          {t("save")}
        </Button>
      )}
    </form>
  );
};
