import { Button } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import type { PayerDocumentView, PayerQuote } from "#sales/contract";
import { Money } from "../ui/Money.tsx";
import { tellProblem } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { downloadQuote } from "./filesOfOrder.ts";
import styles from "./MyQuote.module.css";
import { quoteWords } from "./quoteWords.ts";

type Line = PayerDocumentView["lines"][number];

const LineRow = ({ line }: { line: Line }) => {
  const t = useWords(quoteWords);
  const { money, number, percent } = useFormats();
  const count = number(line.quantity);
  const hasPrice = line.unitPriceCents !== null;
  const detail = [
    line.unitPriceCents !== null && t("each", { count, price: money(line.unitPriceCents) }),
    line.discount > 0 && t("discount", { percent: percent(line.discount) }),
    !line.isMine && t("paidBy", { name: line.payerName }),
  ].filter(Boolean);
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span>{hasPrice ? line.description : `${t("count", { count })} ${line.description}`}</span>
        <span className={styles.soft}>{detail.join(" · ")}</span>
        {line.parts.map((part) => (
          <span key={part.description} className={styles.soft}>
            {t("count", { count: number(part.quantity) })} {part.description}
          </span>
        ))}
      </div>
      {line.isMine && line.totalCents !== null && <Money cents={line.totalCents} />}
    </li>
  );
};

const Totals = ({ totals }: Pick<PayerDocumentView, "totals">) => {
  const t = useWords(quoteWords);
  const { money, percent } = useFormats();
  return (
    <dl className={styles.totals}>
      <div>
        <dt>{t("net")}</dt>
        <dd>
          <Money cents={totals.netCents} />
        </dd>
      </div>
      {totals.vat.map(({ vatRate, netCents, vatCents }) => (
        <div key={vatRate}>
          <dt>{t("vat", { rate: percent(vatRate), amount: money(netCents) })}</dt>
          <dd>
            <Money cents={vatCents} />
          </dd>
        </div>
      ))}
      <div className={styles.gross}>
        <dt>{t("gross")}</dt>
        <dd>
          <Money cents={totals.grossCents} />
        </dd>
      </div>
    </dl>
  );
};

/** What a payer reads before signing: own lines with prices and totals, those of others without. */
export const QuotePaper = ({ quote }: { quote: PayerQuote }) => {
  const t = useWords(quoteWords);
  const { longDay } = useFormats();
  const { document } = quote;
  const mine = document.lines.filter(({ isMine }) => isMine);
  const others = document.lines.filter(({ isMine }) => !isMine);
  const download = () => void downloadQuote(quote.signOffId, document.number).catch(tellProblem);
  return (
    <article className={styles.paper}>
      <header>
        <h1 className={styles.title}>{t("title")}</h1>
        <p className={styles.soft}>
          {t("meta", {
            number: document.number,
            version: String(document.version),
            day: longDay(document.validUntil),
          })}
        </p>
        <p className={styles.soft}>
          {t("forOrder", { number: document.orderNumber, place: document.address ?? "none" })}
        </p>
      </header>
      <h2 className={styles.heading}>{t("yours")}</h2>
      <ul className={styles.lines}>
        {mine.map((line) => (
          <LineRow key={line.lineId} line={line} />
        ))}
      </ul>
      <Totals totals={document.totals} />
      {others.length > 0 && (
        <>
          <h2 className={styles.heading}>{t("others")}</h2>
          <ul className={styles.lines}>
            {others.map((line) => (
              <LineRow key={line.lineId} line={line} />
            ))}
          </ul>
        </>
      )}
      {document.notes && (
        <>
          <h2 className={styles.heading}>{t("notes")}</h2>
          <p className={styles.notes}>{document.notes}</p>
        </>
      )}
      <Button
        variant="default"
        className={styles.download}
        leftSection={<IconFileDownload size={18} aria-hidden="true" />}
        onClick={download}
      >
        {t("download")}
      </Button>
    </article>
  );
};
