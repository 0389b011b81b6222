import type { WhatIfResult, WhatIfSide } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { useDuration } from "../visitNames.ts";
import { whatIfWords } from "./words.ts";

const counts = ["unplanned", "crewDays", "cost"] as const;
const lengths = ["workMinutes", "travelMinutes", "overtimeMinutes"] as const;

interface Row {
  name: string;
  isPart?: boolean;
  of: (side: WhatIfSide) => number;
  text: (value: number, side?: WhatIfSide) => string;
}

/** Every kind of work with how many of its visits get a place. */
const usePartRows = ({ byWork }: WhatIfSide): Row[] => {
  const t = useWords(whatIfWords);
  return byWork.map(({ work }) => {
    const found = (side: WhatIfSide) => side.byWork.find((row) => row.work === work);
    return {
      name: t(`byWork.${work}`),
      isPart: true,
      of: (side) => found(side)?.planned ?? 0,
      text: (value, side) => {
        const row = side && found(side);
        return row ? t("ofAll", { count: String(value), all: String(value + row.unplanned) }) : String(value);
      },
    };
  });
};

/** Both sides beside each other, with the difference; one side when nothing but the work is different. */
export const Figures = ({
  asIs,
  changed,
  isOne,
}: Pick<WhatIfResult, "asIs" | "changed"> & { isOne: boolean }) => {
  const t = useWords(whatIfWords);
  const { number } = useFormats();
  const duration = useDuration();
  const parts = usePartRows(changed);
  const lengthOf = (minutes: number) => (minutes === 0 ? "0" : duration(minutes));
  const signed = (value: number, text: (positive: number) => string) =>
    value === 0 ? "–" : `${value > 0 ? "+" : "−"}${text(Math.abs(value))}`;
  const plain = (value: number) => number(value);
  const rows: Row[] = [
    { name: t("figures.planned"), of: (side) => side.planned, text: plain },
    ...parts,
    ...counts.map((name) => ({
      name: t(`figures.${name}`),
      of: (side: WhatIfSide) => side[name],
      text: plain,
    })),
    ...lengths.map((name) => ({
      name: t(`figures.${name}`),
      of: (side: WhatIfSide) => side[name],
      text: lengthOf,
    })),
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("measure")}</th>
          <th scope="col" className={styles.figure}>
            {t("asIs")}
          </th>
          {!isOne && (
            <th scope="col" className={styles.figure}>
              {t("changed")}
            </th>
          )}
          {!isOne && (
            <th scope="col" className={styles.figure}>
              {t("difference")}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, isPart, of, text }) => (
          <tr key={name}>
            <td style={isPart ? { paddingInlineStart: 28 } : undefined}>{name}</td>
            <td className={styles.figure}>{text(of(asIs), asIs)}</td>
            {!isOne && <td className={styles.figure}>{text(of(changed), changed)}</td>}
            {!isOne && <td className={styles.figure}>{signed(of(changed) - of(asIs), text)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
