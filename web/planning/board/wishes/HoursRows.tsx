import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { WishedHours } from "#planning/contract";
import type { useFieldCheck } from "../../../ui/useFieldCheck.ts";
import { useWords } from "../../../words/words.ts";
import { wishWords } from "../words/wishes.ts";
import styles from "./wishes.module.css";

interface HoursRowsProps {
  hours: readonly WishedHours[];
  /** The day a new line begins with. */
  day: string;
  error: string | undefined;
  /** What a field of the form is called and what is wrong in it. */
  fieldOf: ReturnType<typeof useFieldCheck>["field"];
  onChange: (hours: WishedHours[]) => void;
}

/** The hours that were agreed on, a line for each day. */
export const HoursRows = ({ hours, day, error, fieldOf, onChange }: HoursRowsProps) => {
  const t = useWords(wishWords);
  const change = (index: number, part: Partial<WishedHours>) =>
    onChange(hours.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <fieldset className={styles.hours}>
      <legend>{t("hours")}</legend>
      <p className={styles.soft}>{t("hoursText")}</p>
      {hours.map(({ on, from, until }, index) => (
        // Lines have no name of their own; they are only added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={index} className={styles.line}>
          {(["on", "from", "until"] as const).map((name) => (
            <TextInput
              key={name}
              type={name === "on" ? "date" : "time"}
              required
              label={t(name)}
              value={{ on, from, until }[name]}
              onChange={(event) => change(index, { [name]: event.currentTarget.value })}
              {...fieldOf(`hours.${index}.${name}`)}
            />
          ))}
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t("removeHours")}
            title={t("removeHours")}
            onClick={() => onChange(hours.filter((_, at) => at !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...hours, { on: day, from: "09:00", until: "11:00" }])}
      >
        {t("addHours")}
      </Button>
    </fieldset>
  );
};
