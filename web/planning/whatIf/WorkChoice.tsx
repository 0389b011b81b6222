import { Checkbox } from "@mantine/core";
import { WhatIfMore } from "#planning/contract";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { whatIfWords } from "./words.ts";

interface WorkChoiceProps {
  work: readonly WhatIfMore[];
  onChange: (work: WhatIfMore[]) => void;
}

/** Which work counts beside what was agreed on, and what that means for what waits. */
export const WorkChoice = ({ work, onChange }: WorkChoiceProps) => {
  const t = useWords(whatIfWords);
  return (
    <fieldset className={styles.group}>
      <legend>{t("work")}</legend>
      <p className={styles.soft}>{t(work.length > 0 ? "workMore" : "workAgreed")}</p>
      {WhatIfMore.options.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`more.${kind}`)}
          description={t(`moreText.${kind}`)}
          checked={work.includes(kind)}
          onChange={({ currentTarget }) =>
            onChange(
              WhatIfMore.options.filter((each) =>
                each === kind ? currentTarget.checked : work.includes(each),
              ),
            )
          }
        />
      ))}
    </fieldset>
  );
};
