import { Button } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import type { QuoteOfOrder } from "#sales/contract";
import { Money } from "../ui/Money.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { tellProblem } from "../ui/tell.ts";
import type { Tone } from "../ui/theme.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { downloadQuote } from "./filesOfOrder.ts";
import styles from "./OrderQuote.module.css";
import { salesWords } from "./words.ts";

type Quote = NonNullable<QuoteOfOrder["quote"]>;
type SignOff = Quote["signOffs"][number];

const tones: Record<SignOff["status"], Tone> = {
  waiting: "neutral",
  pending: "info",
  signed: "success",
  rejected: "danger",
  void: "neutral",
};
const methods = ["drawn", "typed", "agreement"] as const;

/** Whether somebody said yes; that stays true when the quote is taken back later. */
const isSigned = ({ status, signedAt }: SignOff) => status === "signed" || signedAt !== null;

const SignOffRow = ({ quote, signOff }: { quote: Quote; signOff: SignOff }) => {
  const t = useWords(salesWords);
  const { moment } = useFormats();
  const method = methods.find((name) => name === signOff.method);
  const said = isSigned(signOff)
    ? [
        signOff.signedName,
        method && t(`quote.method.${method}`),
        signOff.signedAt && moment(signOff.signedAt),
        signOff.address,
      ]
    : [
        signOff.contactName,
        signOff.reason,
        signOff.status === "waiting" && t("quote.turn"),
        signOff.viewedAt ? t("quote.seen", { moment: moment(signOff.viewedAt) }) : t("quote.notSeen"),
      ];
  return (
    <li className={styles.signOff}>
      <div className={styles.who}>
        <strong>{signOff.payerName}</strong>
        <span className={styles.soft}>{said.filter(Boolean).join(" · ")}</span>
      </div>
      <StatusBadge label={t(`quote.signOff.${signOff.status}`)} tone={tones[signOff.status]} />
      <Money cents={signOff.grossCents} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileDownload size={15} aria-hidden="true" />}
        onClick={() => void downloadQuote(signOff.id, quote.number).catch(tellProblem)}
      >
        {t("quote.pdf")}
      </Button>
    </li>
  );
};

/** Who signed, who has yet to sign, and each payer's own document. */
export const SignOffs = ({ quote }: { quote: Quote }) => {
  const t = useWords(salesWords);
  if (quote.signOffs.length === 0) return null;
  const signed = quote.signOffs.filter(isSigned).length;
  return (
    <div>
      <h3 className={styles.heading}>
        {t("quote.signOffs")}{" "}
        <span className={styles.count}>
          {t("quote.signed", { signed: String(signed), count: String(quote.signOffs.length) })}
        </span>
      </h3>
      <ul className={styles.signOffs}>
        {quote.signOffs.map((signOff) => (
          <SignOffRow key={signOff.id} quote={quote} signOff={signOff} />
        ))}
      </ul>
    </div>
  );
};
