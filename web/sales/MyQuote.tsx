import { Button } from "@mantine/core";
import { IconFileInvoice, IconPencil } from "@tabler/icons-react";
import { useEffect } from "react";
import { orders } from "#orders/contract";
import { sales } from "#sales/contract";
import { call } from "../api/call.ts";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { Go } from "../ui/Go.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import { QuotePaper } from "./QuotePaper.tsx";
import { quoteWords } from "./quoteWords.ts";
import { Said } from "./Said.tsx";
import { SignQuote, WhatChanged } from "./SignQuote.tsx";

const StatusLink = () => {
  const t = useWords(quoteWords);
  return (
    <Button size="lg" variant="default" renderRoot={(props) => <Go to="/" {...props} />}>
      {t("toStatus")}
    </Button>
  );
};

/** The quote of the payer behind the link: read, then sign, or say why not. */
export const MyQuote = () => {
  const t = useWords(quoteWords);
  const { data, error, refetch } = useQuery(sales.myQuote, {}, { live: ["orders"] });
  const { data: order } = useQuery(orders.orderForCustomer, {});
  const sign = useAction(sales.signMyQuote, { onProblem: () => {} });
  const decline = useAction(sales.declineMyQuote);
  const quote = data?.quote;
  const signOffId = quote?.status === "pending" ? quote.signOffId : undefined;
  useEffect(() => {
    if (signOffId) call(sales.openMyQuote, {}).catch(() => {});
  }, [signOffId]);

  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={10} />;
  if (data.isRevised)
    return (
      <EmptyState
        isPage
        icon={IconPencil}
        title={t("revisedTitle")}
        text={t("revisedText")}
        action={<StatusLink />}
      />
    );
  if (!quote)
    return (
      <EmptyState
        isPage
        icon={IconFileInvoice}
        title={t("noneTitle")}
        text={t("noneText")}
        action={<StatusLink />}
      />
    );
  const isOpen = quote.status === "pending" && quote.quoteStatus === "sent" && !quote.isPast;
  return (
    <>
      <Said quote={quote}>
        <StatusLink />
      </Said>
      {sign.problem && <WhatChanged problem={sign.problem} />}
      <QuotePaper quote={quote} />
      {isOpen && (
        <SignQuote
          key={quote.documentHash}
          quote={quote}
          name={order?.contactName ?? ""}
          sign={(given) => sign.run(given)}
          decline={(reason) => decline.run({ reason })}
          isRunning={sign.isRunning || decline.isRunning}
        />
      )}
    </>
  );
};
