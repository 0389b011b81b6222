import { sales } from "#sales/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useMe } from "../identity/session.tsx";
import { NoRecord } from "../ui/NoRecord.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { usePathParams } from "../ui/router.tsx";
import { SkeletonPage } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import styles from "./PartnerQuote.module.css";
import { partnerQuoteWords } from "./partnerQuoteWords.ts";
import { QuotePaper } from "./QuotePaper.tsx";
import { Said } from "./Said.tsx";
import { SignQuote, WhatChanged } from "./SignQuote.tsx";

/** One quote as the partner reads and signs it. */
export const PartnerQuote = () => {
  const t = useWords(partnerQuoteWords);
  const { signOffId } = usePathParams("signOffId");
  const me = useMe();
  const { data: quote, error, refetch } = useQuery(sales.partnerQuote, { signOffId }, { live: ["orders"] });
  const sign = useAction(sales.signPartnerQuote, { onProblem: () => {} });
  const decline = useAction(sales.declinePartnerQuote);
  if (error && !quote)
    return (
      <NoRecord error={error} retry={() => void refetch()} place={{ label: t("title"), to: "/quotes" }} />
    );
  if (!quote) return <SkeletonPage />;
  const isOpen = quote.status === "pending" && quote.quoteStatus === "sent" && !quote.isPast;
  return (
    <>
      <PageHeader title={quote.document.number} parent={{ label: t("title"), to: "/quotes" }} />
      <div className={styles.page}>
        <Said quote={quote} />
        {sign.problem && <WhatChanged problem={sign.problem} />}
        <QuotePaper quote={quote} />
        {isOpen && (
          <SignQuote
            key={quote.documentHash}
            quote={quote}
            name={me.name}
            sign={(given) => sign.run({ signOffId, ...given })}
            decline={(reason) => decline.run({ signOffId, reason })}
            isRunning={sign.isRunning || decline.isRunning}
          />
        )}
      </div>
    </>
  );
};
