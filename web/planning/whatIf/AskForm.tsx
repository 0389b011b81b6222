import { Button, Select, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { planning, type WhatIfChange, WhatIfMore } from "#planning/contract";
import { useAction } from "../../api/useAction.ts";
import { tellDone } from "../../ui/tell.ts";
import { useFilters } from "../../ui/useFilters.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { weekNumber } from "../weekDays.ts";
import { ChangeForm } from "./ChangeForm.tsx";
import { useChangeText } from "./useChangeText.ts";
import { WithReason } from "./WithReason.tsx";
import { WorkChoice } from "./WorkChoice.tsx";
import { weekOf, weeksOf } from "./weeks.ts";
import { whatIfWords } from "./words.ts";

const Changes = ({
  changes,
  onRemove,
}: {
  changes: readonly WhatIfChange[];
  onRemove: (index: number) => void;
}) => {
  const t = useWords(whatIfWords);
  const text = useChangeText();
  if (changes.length === 0) return null;
  return (
    <ul className={styles.papers}>
      {changes.map((change, index) => (
        <li key={JSON.stringify(change) + index}>
          <span>{text(change)}</span>
          <UnstyledButton className={styles.plain} onClick={() => onRemove(index)}>
            {t("remove")}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
};

/** A week, the work that counts in it, and what is different; week and work stand in the address. */
export const AskForm = () => {
  const t = useWords(whatIfWords);
  const { today, day } = useFormats();
  const filters = useFilters();
  const [changes, setChanges] = useState<WhatIfChange[]>([]);
  const weeks = weeksOf(today(), filters.values.week);
  const monday = weekOf(today(), filters.values.week);
  const work = WhatIfMore.options.filter((kind) => filters.many("work").includes(kind));
  const asksNothing = changes.length === 0 && work.length === 0;
  const ask = useAction(planning.askWhatIf, {
    onDone: () => {
      tellDone(t("asked"));
      setChanges([]);
    },
  });
  return (
    <section className={styles.form} style={{ maxInlineSize: 720 }}>
      <p className={styles.soft}>{t("text")}</p>
      <Select
        label={t("week")}
        allowDeselect={false}
        value={monday}
        onChange={(week) => {
          filters.set({ week: week ?? undefined });
          setChanges([]);
        }}
        data={weeks.map((week) => ({
          value: week,
          label: t("weekName", { number: String(weekNumber(week)), day: day(week) }),
        }))}
      />
      <WorkChoice work={work} onChange={(chosen) => filters.set({ work: chosen.join(",") })} />
      <ChangeForm key={monday} monday={monday} onAdd={(change) => setChanges((was) => [...was, change])} />
      <Changes
        changes={changes}
        onRemove={(index) => setChanges((was) => was.filter((_, at) => at !== index))}
      />
      <WithReason reason={asksNothing && t("missing.question")}>
        <Button
          disabled={asksNothing}
          loading={ask.isRunning}
          onClick={() => ask.run({ week: monday, changes, work })}
        >
          {t("ask")}
        </Button>
      </WithReason>
    </section>
  );
};
