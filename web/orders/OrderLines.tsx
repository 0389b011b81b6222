import { Money } from "../ui/Money.tsx";
import { useFormats } from "../words/format.ts";
import { useWords, words } from "../words/words.ts";
import type { Order } from "./Order.ts";
import styles from "./OrderLines.module.css";

const lineWords = words({
  nl: {
    total: "Totaal excl. btw",
    unknown: "artikel onbekend",
    none: "Er staan nog geen regels op deze order.",
  },
  en: { total: "Total excl. VAT", unknown: "article unknown", none: "There are no lines on this order yet." },
});

/** The lines of an order by who pays them, to read. */
export const OrderLines = ({ order }: { order: Order }) => {
  const t = useWords(lineWords);
  const { number } = useFormats();
  const payers = [...new Set(order.lines.map((line) => line.billedToId))];
  if (order.lines.length === 0) return <p className={styles.none}>{t("none")}</p>;
  return (
    <div className={styles.lines}>
      {payers.map((payer) => {
        const lines = order.lines.filter((line) => line.billedToId === payer);
        const total = lines.reduce((sum, line) => sum + line.totalCents, 0);
        return (
          <table key={payer} className={styles.table}>
            <caption className={styles.payer}>{lines[0]?.billedToName}</caption>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td className={styles.count}>{number(line.quantity)} ×</td>
                  <td>
                    {line.description}
                    <span className={styles.article}>
                      {line.articleNumber ?? (line.partnerSku ? `${line.partnerSku} · ${t("unknown")}` : "")}
                    </span>
                  </td>
                  <td className={styles.amount}>
                    <Money cents={line.totalCents} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td colSpan={2}>{t("total")}</td>
                <td className={styles.amount}>
                  <Money cents={total} />
                </td>
              </tr>
            </tfoot>
          </table>
        );
      })}
    </div>
  );
};
