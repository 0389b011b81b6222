import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { type QuoteOfOrder, sales } from "#sales/contract";
import { useAction } from "../api/useAction.ts";
import { MoveButton } from "../ui/MoveButton.tsx";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import styles from "./OrderQuote.module.css";
import { salesWords } from "./words.ts";

type Asking = "send" | "revise" | null;

const useExplain = () => {
  const t = useWords(salesWords);
  return (missing: string) => {
    if (missing === "hasLines" || missing === "everyLineHasAPrice")
      return { text: t(`quote.missing.${missing}`) };
    return { text: missing.startsWith("scope:") ? t("quote.missing.scope") : t("quote.missing.other") };
  };
};

/** The next steps of a quote; what leaves the house is asked for first. */
export const QuoteMoves = ({ quote }: { quote: QuoteOfOrder }) => {
  const t = useWords(salesWords);
  const common = useWords(commonWords);
  const explain = useExplain();
  const { orderId } = quote;
  const [asking, setAsking] = useState<Asking>(null);
  const [reason, setReason] = useState("");
  const close = () => setAsking(null);
  const start = useAction(sales.startQuote);
  const ready = useAction(sales.readyQuote);
  const send = useAction(sales.sendQuote, { onDone: close });
  const revise = useAction(sales.reviseQuote, { onDone: close });
  if (!quote.quote)
    return quote.canStart ? (
      <Button size="xs" variant="default" loading={start.isRunning} onClick={() => start.run({ orderId })}>
        {t("quote.start")}
      </Button>
    ) : null;
  const { moves } = quote.quote;
  return (
    <>
      <MoveButton
        size="xs"
        variant="default"
        label={t("quote.revise")}
        move={moves.revise}
        explain={explain}
        onMove={() => setAsking("revise")}
      />
      <MoveButton
        size="xs"
        label={t("quote.ready")}
        move={moves.ready}
        explain={explain}
        isRunning={ready.isRunning}
        onMove={() => ready.run({ orderId })}
      />
      <MoveButton
        size="xs"
        label={t("quote.send")}
        move={moves.send}
        explain={explain}
        isRunning={send.isRunning}
        onMove={() => setAsking("send")}
      />
      <Modal opened={asking === "send"} onClose={close} title={t("quote.sendTitle")}>
        <div className={styles.dialog}>
          <p>{t("quote.sendText")}</p>
          <div className={styles.dialogButtons}>
            <Button variant="default" onClick={close}>
              {common("cancel")}
            </Button>
            <Button data-autofocus loading={send.isRunning} onClick={() => send.run({ orderId })}>
              {t("quote.send")}
            </Button>
          </div>
        </div>
      </Modal>
      <Modal opened={asking === "revise"} onClose={close} title={t("quote.reviseTitle")}>
        <form
          className={styles.dialog}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            revise.run({ orderId, ...(reason.trim() ? { reason: reason.trim() } : {}) });
          }}
        >
          <Textarea
            label={t("quote.reviseText")}
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <div className={styles.dialogButtons}>
            <Button variant="default" onClick={close}>
              {common("cancel")}
            </Button>
            <Button type="submit" loading={revise.isRunning}>
              {t("quote.revise")}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
};
