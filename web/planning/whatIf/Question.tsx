import { Button, UnstyledButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { planning, type WhatIfChange, type WhatIfMore } from "#planning/contract";
import { useAction } from "../../api/useAction.ts";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { ChangeForm } from "./ChangeForm.tsx";
import { useChange } from "./useChange.ts";
import { useChangeText } from "./useChangeText.ts";
import { WithReason } from "./WithReason.tsx";
import { whatIfWords } from "./words.ts";

interface ChangesProps {
  changes: readonly WhatIfChange[];
  onRemove: (index: number) => void;
}

/** All that will be different when it is worked out, in sentences. */
const Changes = ({ changes, onRemove }: ChangesProps) => {
  const t = useWords(whatIfWords);
  const text = useChangeText();
  if (changes.length === 0) return null;
  return (
    <section>
      <h3 className={styles.subtitle}>{t("counts")}</h3>
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
    </section>
  );
};

interface QuestionProps {
  monday: string;
  work: WhatIfMore[];
}

/** What is different in a week, and having it worked out. What stands in the form counts, as does what came before it. */
export const Question = ({ monday, work }: QuestionProps) => {
  const t = useWords(whatIfWords);
  const [before, setBefore] = useState<WhatIfChange[]>([]);
  const form = useChange(monday);
  const { change, missing, setKind } = form;
  const changes = change ? [...before, change] : before;
  const ask = useAction(planning.askWhatIf, {
    onDone: () => {
      tellDone(t("asked"));
      setBefore([]);
      setKind(null);
    },
  });
  const remove = (index: number) => {
    if (index === before.length) setKind(null);
    else setBefore(before.filter((_, at) => at !== index));
  };
  const lacks = missing ?? (changes.length === 0 && work.length === 0 ? "question" : null);
  return (
    <>
      <ChangeForm {...form} />
      <Changes changes={changes} onRemove={remove} />
      {change && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => {
              setBefore(changes);
              setKind(null);
            }}
          >
            {t("add")}
          </Button>
        </div>
      )}
      <WithReason reason={lacks && t(`missing.${lacks}`)}>
        <Button
          disabled={lacks !== null}
          loading={ask.isRunning}
          onClick={() => ask.run({ week: monday, changes, work })}
        >
          {t("ask")}
        </Button>
      </WithReason>
    </>
  );
};
