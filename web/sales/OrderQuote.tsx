import { type QuoteOfOrder, sales } from "#sales/contract";
import { useQuery } from "../api/queries.ts";
import type { OrderPartProps } from "../orders/Order.ts";
import { DateText } from "../ui/DateText.tsx";
import { Money } from "../ui/Money.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import type { Tone } from "../ui/theme.ts";
import { useFormats } from "../words/format.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import { AddLine } from "./AddLine.tsx";
import styles from "./OrderQuote.module.css";
import { PayerLines } from "./QuoteLines.tsx";
import { QuoteMoves } from "./QuoteMoves.tsx";
import { SignOffs } from "./SignOffs.tsx";
import { salesWords } from "./words.ts";

type Quote = NonNullable<QuoteOfOrder["quote"]>;

const tones: Record<Quote["status"], Tone> = {
  draft: "neutral",
  ready: "progress",
  sent: "info",
  accepted: "success",
  rejected: "danger",
  expired: "warning",
  superseded: "neutral",
};

const Head = ({ quote }: { quote: Quote }) => {
  const t = useWords(salesWords);
  const { day } = useFormats();
  return (
    <span className={styles.head}>
      <span className="tabular">{quote.number}</span>
      {quote.version > 1 && <span>{t("quote.version", { version: String(quote.version) })}</span>}
      {/* The newest version has no successor: only the end of its order takes it back. */}
      <StatusBadge
        label={quote.status === "superseded" ? t("quote.withdrawn") : t(`quote.status.${quote.status}`)}
        tone={tones[quote.status]}
      />
      {quote.status === "sent" && quote.validUntil && (
        <span>{t("quote.validUntil", { day: day(quote.validUntil) })}</span>
      )}
    </span>
  );
};

/** Why a draft waits for a person. */
const Reasons = ({ reasons }: { reasons: readonly string[] }) => {
  const t = useWords(salesWords);
  const language = useLanguage();
  if (reasons.length === 0) return null;
  const inWords = (reason: string) =>
    lookUp(salesWords, language, `quote.reason.${reason}`) ??
    lookUp(salesWords, language, `intake.flag.${reason}`)?.toLocaleLowerCase() ??
    reason;
  return (
    <p className={styles.reasons}>
      {t("quote.reasons")} {reasons.map(inWords).join(", ")}.
    </p>
  );
};

const Versions = ({ quote }: { quote: QuoteOfOrder }) => {
  const t = useWords(salesWords);
  const earlier = quote.versions.slice(1);
  if (earlier.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{t("quote.versions")}</h3>
      <ul className={styles.signOffs}>
        {earlier.map((version) => (
          <li key={version.id} className={styles.signOff}>
            <span className={styles.who}>{t("quote.version", { version: String(version.version) })}</span>
            <StatusBadge label={t(`quote.status.${version.status}`)} tone={tones[version.status]} />
            <DateText at={version.sentAt} as="moment" />
            <Money cents={version.grossCents} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const beforeQuote = new Set(["new_lead", "intake_sent", "intake_completed", "on_hold"]);

/** Why an order has no quote: not yet, or because its work goes without. */
const whyNone = (status: string) => {
  if (status === "cancelled") return "quote.noneCancelled";
  return beforeQuote.has(status) ? "quote.none" : "quote.noneNeeded";
};

/** The quote builder on the order's page: lines by who pays them, totals with VAT, versions and signatures. */
export const OrderQuote = ({ orderId, order }: OrderPartProps) => {
  const t = useWords(salesWords);
  const { data, error, refetch } = useQuery(sales.quote, { orderId }, { live: ["orders"] });
  if (error && !data)
    return (
      <Section title={t("quote.title")}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Section>
    );
  if (!data)
    return (
      <Section title={t("quote.title")}>
        <SkeletonLines lines={5} />
      </Section>
    );
  const all = data.totals.reduce((sum, { grossCents }) => sum + grossCents, 0);
  return (
    <Section
      title={t("quote.title")}
      note={data.quote && <Head quote={data.quote} />}
      actions={<QuoteMoves quote={data} />}
    >
      <div className={styles.quote}>
        {!data.quote && data.lines.length === 0 && <p className={styles.none}>{t(whyNone(order.status))}</p>}
        <Reasons reasons={data.reasons} />
        {data.totals.map(({ organizationId }) => (
          <PayerLines key={organizationId} quote={data} payerId={organizationId} />
        ))}
        {data.totals.length > 1 && (
          <p className={styles.all}>
            {t("quote.all")} <Money cents={all} />
          </p>
        )}
        {data.linesOpen && <AddLine quote={data} payerId={order.endCustomerId} />}
        {data.quote && <SignOffs quote={data.quote} />}
        <Versions quote={data} />
      </div>
    </Section>
  );
};
