import { Select } from "@mantine/core";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { OwnField, options, SkillsAndDays } from "./ChangeFields.tsx";
import { asksFor, type ChangeKind, changeKinds } from "./changes.ts";
import type { ChangeInForm } from "./useChange.ts";
import { whatIfWords } from "./words.ts";

/** One thing that is different in the week, or nothing yet. */
export const ChangeForm = ({ kind, setKind, given, give, week, depots }: ChangeInForm) => {
  const t = useWords(whatIfWords);
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Select
          label={t("kind")}
          placeholder={t("noKind")}
          clearable
          value={kind}
          onChange={(value) => setKind(value as ChangeKind | null)}
          data={changeKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        />
        {kind && <OwnField kind={kind} given={given} give={give} />}
        {kind && asksFor(kind, "depot") && (
          <Select
            label={t("depot")}
            allowDeselect={false}
            value={given.depotId}
            onChange={(depotId) => give({ depotId })}
            data={options(depots)}
          />
        )}
      </div>
      {kind && <SkillsAndDays kind={kind} given={given} give={give} week={week} />}
    </div>
  );
};
