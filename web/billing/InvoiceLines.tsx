import { Money } from "../ui/Money.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./InvoiceLines.module.css";
import { billingWords } from "./words.ts";

export interface InvoiceLinesProps {
  invoice: {
    lines: readonly {
      id: string;
      description: string;
      quantity: number;
      unitPriceCents: number;
      totalCents: number;
    }[];
    netCents: number;
    grossCents: number;
    vat: readonly { vatRate: number; netCents: number; vatCents: number }[];
  };
}

/** The lines of an invoice with VAT per rate and what it comes to. */
export const InvoiceLines = ({ invoice }: InvoiceLinesProps) => {
  const t = useWords(billingWords);
  const { money, number } = useFormats();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("description")}</th>
          <th scope="col" className={styles.amount}>
            {t("amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.description}
              <span className={styles.count}>
                {number(line.quantity)} × <Money cents={line.unitPriceCents} />
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
          <th scope="row">{t("net")}</th>
          <td className={styles.amount}>
            <Money cents={invoice.netCents} />
          </td>
        </tr>
        {invoice.vat.map((rate) => (
          <tr key={rate.vatRate}>
            <th scope="row">
              {t("vatOver", { rate: `${number(rate.vatRate / 100)}%`, amount: money(rate.netCents) })}
            </th>
            <td className={styles.amount}>
              <Money cents={rate.vatCents} />
            </td>
          </tr>
        ))}
        <tr className={styles.grand}>
          <th scope="row">{t("gross")}</th>
          <td className={styles.amount}>
            <Money cents={invoice.grossCents} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
};
