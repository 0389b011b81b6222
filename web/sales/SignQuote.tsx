import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Problem } from "#platform/contract";
import type { PayerQuote } from "#sales/contract";
import { comeIntoView } from "../ui/comeIntoView.ts";
import { Money } from "../ui/Money.tsx";
import { type Signature, SignaturePad } from "../ui/SignaturePad.tsx";
import { useFormats } from "../words/format.ts";
import { useSentence } from "../words/problems.ts";
import { useWords } from "../words/words.ts";
import styles from "./MyQuote.module.css";
import { quoteWords } from "./quoteWords.ts";

interface Change {
  kind: "added" | "removed" | "changed" | "total";
  description: string;
  beforeCents: number | null;
  afterCents: number | null;
}

/** Says what is different in the version that counts now, when somebody signed an older one. */
export const WhatChanged = ({ problem }: { problem: Problem }) => {
  const t = useWords(quoteWords);
  const sentence = useSentence();
  const { money } = useFormats();
  const changes = (problem.facts.changes ?? []) as Change[];
  const text = (cents: number | null) => (cents === null ? "" : money(cents));
  if (problem.type !== "sales/quote-revised")
    return (
      <p className={styles.problem} role="alert" ref={comeIntoView}>
        {sentence(problem)}
      </p>
    );
  return (
    <div className={styles.problem} role="alert" ref={comeIntoView}>
      <strong>{t("changedTitle")}</strong>
      <ul>
        {changes.map(({ kind, description, beforeCents, afterCents }) => (
          <li key={`${kind} ${description}`}>
            {t(`changed.${kind}`, { description, before: text(beforeCents), after: text(afterCents) })}
          </li>
        ))}
      </ul>
    </div>
  );
};

interface SignQuoteProps {
  quote: PayerQuote;
  /** Suggested as the name of who signs. */
  name: string;
  sign: (given: { documentHash: string; name: string; signature: Signature }) => void;
  decline: (reason: string) => void;
  isRunning: boolean;
}

const Decline = ({
  decline,
  isRunning,
  back,
}: Pick<SignQuoteProps, "decline" | "isRunning"> & { back: () => void }) => {
  const t = useWords(quoteWords);
  const [reason, setReason] = useState("");
  return (
    <section className={styles.sign}>
      <h2 className={styles.signTitle}>{t("declineTitle")}</h2>
      <p className={styles.soft}>{t("declineText")}</p>
      <Textarea
        size="md"
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        aria-label={t("declineTitle")}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button size="lg" variant="default" onClick={back}>
          {t("cancel")}
        </Button>
        <Button
          size="lg"
          loading={isRunning}
          disabled={!reason.trim()}
          onClick={() => decline(reason.trim())}
        >
          {t("declineSend")}
        </Button>
      </div>
    </section>
  );
};

/** The signature field, with what is signed and what it costs above it. */
export const SignQuote = ({ quote, name: suggested, sign, decline, isRunning }: SignQuoteProps) => {
  const t = useWords(quoteWords);
  const [name, setName] = useState(suggested);
  const [signature, setSignature] = useState<Signature>();
  const [isDeclining, setDeclining] = useState(false);
  const { document, documentHash } = quote;
  if (isDeclining)
    return <Decline decline={decline} isRunning={isRunning} back={() => setDeclining(false)} />;
  const isNamed = signature?.kind === "typed" || name.trim().length > 1;
  const submit = () => {
    if (!signature) return;
    sign({ documentHash, signature, name: signature.kind === "typed" ? signature.name : name.trim() });
  };
  return (
    <section className={styles.sign} aria-labelledby="sign-title">
      <h2 id="sign-title" className={styles.signTitle}>
        {t("signTitle")}
      </h2>
      <p>
        {t("signText", { number: document.number, version: String(document.version) })}{" "}
        <strong className={styles.amount}>
          <Money cents={document.totals.grossCents} />
        </strong>{" "}
        {t("including")}.
      </p>
      {signature?.kind !== "typed" && (
        <TextInput
          size="md"
          label={t("name")}
          autoComplete="name"
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      )}
      <SignaturePad name={name} onChange={setSignature} />
      <Button size="lg" fullWidth loading={isRunning} disabled={!signature || !isNamed} onClick={submit}>
        {t("sign")}
      </Button>
      <p className={styles.soft}>{t("kept")}</p>
      <Button variant="subtle" color="neutral" onClick={() => setDeclining(true)}>
        {t("decline")}
      </Button>
    </section>
  );
};
