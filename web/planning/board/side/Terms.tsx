import type { CostTerm } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { reasonWords } from "../words/reasons.ts";
import styles from "./side.module.css";
import { useReasonText } from "./useReasonText.ts";

/** What a place costs, reason by reason, adding up to the total below. */
export const Terms = ({ terms, isSum = false }: { terms: readonly CostTerm[]; isSum?: boolean }) => {
  const t = useWords(reasonWords);
  const text = useReasonText();
  const total = terms.reduce((sum, { cost }) => sum + cost, 0);
  return (
    <table className={styles.terms}>
      <tbody>
        {terms.map((term) => (
          <tr key={term.term}>
            <th scope="row">{isSum ? text.kind(term.term) : text.term(term)}</th>
            <td>{text.points(term.cost)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {terms.length === 0 ? t("none") : t("total")} <span>{t("unit")}</span>
          </th>
          <td>{text.points(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
};
