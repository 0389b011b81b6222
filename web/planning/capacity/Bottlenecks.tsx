import { UnstyledButton } from "@mantine/core";
import type { Bottleneck } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import { weekNumber } from "../weekDays.ts";
import styles from "./capacity.module.css";
import { capacityWords } from "./words.ts";

interface BottlenecksProps {
  bottlenecks: readonly Bottleneck[];
  onOpen: (bottleneck: Bottleneck) => void;
}

/** What is short, where and of what, in a sentence each; a sentence opens its cell. */
export const Bottlenecks = ({ bottlenecks, onOpen }: BottlenecksProps) => {
  const t = useWords(capacityWords);
  const names = useVisitNames();
  const { number } = useFormats();
  const sentence = ({ week, region, skill, minutes, crewDays }: Bottleneck) => {
    const facts = {
      week: String(weekNumber(week)),
      region: t(`region.${region}`),
      skill: skill ? names("skill", skill) : "none",
    };
    return crewDays >= 1
      ? t("bottleneck", { ...facts, days: Math.round(crewDays) })
      : t("bottleneckPart", { ...facts, hours: number(minutes / 60, 1) });
  };
  if (bottlenecks.length === 0)
    return (
      <ul className={styles.short} data-calm aria-label={t("short")}>
        <li>{t("enough")}</li>
      </ul>
    );
  return (
    <ul className={styles.short} aria-label={t("short")}>
      {bottlenecks.map((bottleneck) => (
        <li key={bottleneck.week + bottleneck.region + bottleneck.skill}>
          <UnstyledButton className={styles.plain} onClick={() => onOpen(bottleneck)}>
            {sentence(bottleneck)}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
};
