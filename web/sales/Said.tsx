import { IconCircleCheck, IconFileInvoice, IconMoodSad } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { PayerQuote } from "#sales/contract";
import { comeIntoView } from "../ui/comeIntoView.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./MyQuote.module.css";
import { quoteWords } from "./quoteWords.ts";

/** What a payer has said, above the paper it was said about. */
export const Said = ({ quote, children }: { quote: PayerQuote; children?: ReactNode }) => {
  const t = useWords(quoteWords);
  const { moment } = useFormats();
  const { status, method, signedName, signedAt, isPast, quoteStatus } = quote;
  if (status === "signed")
    return (
      <div className={styles.said} data-tone="success" role="status" ref={comeIntoView}>
        <IconCircleCheck size={22} aria-hidden="true" />
        <div>
          <strong>{method === "agreement" ? t("agreedTitle") : t("signedTitle")}</strong>
          {signedAt && <p>{t("signedBy", { name: signedName ?? "", moment: moment(signedAt) })}</p>}
          <p>{quoteStatus === "accepted" ? t("nextPlan") : t("nextWait")}</p>
          {children}
        </div>
      </div>
    );
  if (status === "rejected" || quoteStatus === "rejected")
    return (
      <div className={styles.said} data-tone="warning" role="status" ref={comeIntoView}>
        <IconMoodSad size={22} aria-hidden="true" />
        <div>
          <strong>{t("rejectedTitle")}</strong>
          <p>{t("rejectedText")}</p>
        </div>
      </div>
    );
  const isWaiting = status === "waiting" && quoteStatus === "sent";
  if (!isPast && !isWaiting) return null;
  return (
    <div className={styles.said} data-tone={isPast ? "warning" : "info"} role="status" ref={comeIntoView}>
      <IconFileInvoice size={22} aria-hidden="true" />
      <div>
        <strong>{isPast ? t("expiredTitle") : t("waitingTitle")}</strong>
        <p>{isPast ? t("expiredText") : t("waitingText")}</p>
      </div>
    </div>
  );
};
