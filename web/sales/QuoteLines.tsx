import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type QuoteOfOrder, sales } from "#sales/contract";
import { useAction } from "../api/useAction.ts";
import { Money } from "../ui/Money.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import type { Line } from "./Line.ts";
import { NumberCell, TextCell } from "./LineCells.tsx";
import styles from "./OrderQuote.module.css";
import { salesWords } from "./words.ts";

/** Hundredths of what was typed; nothing stays nothing. */
const inCents = (typed: number | null) => (typed === null ? null : Math.round(typed * 100));

interface LineProps {
  line: Line;
  parts: readonly Line[];
  payers: QuoteOfOrder["payers"];
  isOpen: boolean;
}

const LineRow = ({ line, parts, payers, isOpen }: LineProps) => {
  const t = useWords(salesWords);
  const { number, percent } = useFormats();
  const change = useAction(sales.changeLine, { invalidates: [sales.quote] });
  const remove = useAction(sales.removeLine, { invalidates: [sales.quote] });
  const save = (changes: object, was: object = {}) => change.run({ lineId: line.id, ...changes, was });
  const price =
    line.unitPriceCents === null ? (
      <span className={styles.missing}>{t("quote.noPrice")}</span>
    ) : (
      <Money cents={line.unitPriceCents} />
    );
  return (
    <tr>
      <td>
        <TextCell
          line={line}
          isOpen={isOpen}
          onSave={(description, was) => save({ description }, { description: was })}
        />
        <span className={styles.soft}>
          {line.articleNumber ?? (line.partnerSku ? `${line.partnerSku} · ${t("quote.unknown")}` : "")}
        </span>
        {parts.map((part) => (
          <span key={part.id} className={styles.soft}>
            {number(part.quantity)} × {part.description}
          </span>
        ))}
      </td>
      <td className={styles.number}>
        <NumberCell
          label={t("quote.quantity")}
          shown={number(line.quantity)}
          value={line.quantity}
          decimals={3}
          isOpen={isOpen}
          onSave={(quantity, was) => quantity > 0 && save({ quantity }, { quantity: was })}
        />
      </td>
      <td className={styles.number}>
        <NumberCell
          label={t("quote.price")}
          shown={price}
          value={line.unitPriceCents === null ? null : line.unitPriceCents / 100}
          decimals={2}
          isOpen={isOpen}
          onSave={(euros, was) => save({ unitPriceCents: inCents(euros) }, { unitPriceCents: inCents(was) })}
        />
      </td>
      <td className={styles.number}>
        <NumberCell
          label={t("quote.discount")}
          shown={line.discount > 0 ? percent(line.discount) : "–"}
          value={line.discount / 100}
          decimals={2}
          max={100}
          isOpen={isOpen}
          onSave={(discount, was) => save({ discount: inCents(discount) }, { discount: inCents(was) })}
        />
      </td>
      <td className={styles.number}>
        <Money cents={line.totalCents} />
      </td>
      {isOpen && (
        <td className={styles.toolCell}>
          <div className={styles.tools}>
            {payers.length > 1 && (
              <NativeSelect
                size="xs"
                aria-label={t("quote.payer")}
                value={line.billedToId}
                data={payers.map(({ organizationId, name }) => ({ value: organizationId, label: name }))}
                onChange={({ currentTarget }) => save({ billedToId: currentTarget.value })}
              />
            )}
            <ActionIcon
              variant="subtle"
              color="neutral"
              aria-label={t("quote.remove", { description: line.description })}
              onClick={() => remove.run({ lineId: line.id })}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        </td>
      )}
    </tr>
  );
};

/** The lines of one payer with what they come to. */
export const PayerLines = ({ quote, payerId }: { quote: QuoteOfOrder; payerId: string }) => {
  const t = useWords(salesWords);
  const { percent } = useFormats();
  const { lines, payers, linesOpen, totals } = quote;
  const mine = lines.filter((line) => line.billedToId === payerId && line.parentLineId === null);
  const total = totals.find(({ organizationId }) => organizationId === payerId);
  const beside = linesOpen && <td className={styles.toolCell} aria-hidden="true" />;
  return (
    <table className={styles.table} data-payers={payers.length > 1 ? "several" : "one"}>
      <caption className={styles.payer}>{mine[0]?.billedToName}</caption>
      <thead>
        <tr>
          <th scope="col">{t("quote.description")}</th>
          <th scope="col" className={styles.number}>
            {t("quote.quantity")}
          </th>
          <th scope="col" className={styles.number}>
            {t("quote.price")}
          </th>
          <th scope="col" className={styles.number}>
            {t("quote.discount")}
          </th>
          <th scope="col" className={styles.number}>
            {t("quote.amount")}
          </th>
          {linesOpen && (
            <th scope="col">
              <span className="visually-hidden">{t("quote.payer")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {mine.map((line) => (
          <LineRow
            key={`${line.id} ${line.quantity} ${line.unitPriceCents} ${line.discount} ${line.description}`}
            line={line}
            parts={lines.filter(({ parentLineId }) => parentLineId === line.id)}
            payers={payers}
            isOpen={linesOpen}
          />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <td colSpan={4}>{t("quote.net")}</td>
            <td className={styles.number}>
              <Money cents={total.netCents} />
            </td>
            {beside}
          </tr>
          {total.vat.map(({ vatRate, vatCents }) => (
            <tr key={vatRate}>
              <td colSpan={4}>{t("quote.vat", { rate: percent(vatRate) })}</td>
              <td className={styles.number}>
                <Money cents={vatCents} />
              </td>
              {beside}
            </tr>
          ))}
          <tr className={styles.gross}>
            <td colSpan={4}>{t("quote.gross")}</td>
            <td className={styles.number}>
              <Money cents={total.grossCents} />
            </td>
            {beside}
          </tr>
        </tfoot>
      )}
    </table>
  );
};
