import type { WhatIfResult } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useDuration } from "../visitNames.ts";
import styles from "./whatIf.module.css";
import { whatIfWords } from "./words.ts";

/** How work that may come counted: which visits stand for it and what they were drawn from. */
export const Drawn = ({ drawn }: Pick<WhatIfResult, "drawn">) => {
  const t = useWords(whatIfWords);
  const { number } = useFormats();
  const duration = useDuration();
  if (drawn.length === 0) return null;
  return (
    <details className={styles.drawn} open>
      <summary>{t("drawnTitle")}</summary>
      <p>{t("drawnText")}</p>
      <ul>
        {drawn.map(({ kind, candidates, expected, visits, minutes }) => (
          <li key={kind}>
            {t(`drawn.${kind}`, {
              candidates,
              expected: number(expected, 1),
              visits,
              length: duration(minutes),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
};
