import { Select } from "@mantine/core";
import { WhatIfMore } from "#planning/contract";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { weekNumber } from "../weekDays.ts";
import { Question } from "./Question.tsx";
import { WorkChoice } from "./WorkChoice.tsx";
import { weekOf, weeksOf } from "./weeks.ts";
import { whatIfWords } from "./words.ts";

/** A week, the work that counts in it, and what is different; week and work stand in the address. */
export const AskForm = () => {
  const t = useWords(whatIfWords);
  const { today, day } = useFormats();
  const filters = useFilters();
  const weeks = weeksOf(today(), filters.values.week);
  const monday = weekOf(today(), filters.values.week);
  const work = WhatIfMore.options.filter((kind) => filters.many("work").includes(kind));
  return (
    <section className={styles.form} style={{ maxInlineSize: 720 }}>
      <p className={styles.soft}>{t("text")}</p>
      <Select
        label={t("week")}
        allowDeselect={false}
        value={monday}
        onChange={(week) => filters.set({ week: week ?? undefined })}
        data={weeks.map((week) => ({
          value: week,
          label: t("weekName", { number: String(weekNumber(week)), day: day(week) }),
        }))}
      />
      <WorkChoice work={work} onChange={(chosen) => filters.set({ work: chosen.join(",") })} />
      <Question key={monday} monday={monday} work={work} />
    </section>
  );
};
