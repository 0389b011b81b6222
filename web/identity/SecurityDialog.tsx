import { Alert, Button, Modal, Skeleton } from "@mantine/core";
import { useState } from "react";
import { identity } from "#platform/identity/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { ErrorState } from "../ui/states.tsx";
import { useWords } from "../words/words.ts";
import { CodeForm } from "./CodeForm.tsx";
import { NewApp } from "./NewApp.tsx";
import { Passkeys } from "./Passkeys.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import styles from "./Security.module.css";
import { securityWords } from "./securityWords.ts";

const fewCodes = 3;

/** No second step yet: what it is good for, and how it begins. */
const Off = ({ onCodes }: { onCodes: (codes: string[]) => void }) => {
  const t = useWords(securityWords);
  const [uri, setUri] = useState<string>();
  const start = useAction(identity.startSecondFactor, {
    invalidates: [],
    onDone: (made) => setUri(made.uri),
  });
  if (uri) return <NewApp uri={uri} onCodes={onCodes} />;
  return (
    <>
      <p className={styles.text}>{t("offText")}</p>
      <Button loading={start.isRunning} onClick={() => start.run({})} data-autofocus>
        {t("turnOn")}
      </Button>
    </>
  );
};

/** A second step is asked for: how many codes are left, and how to get new ones. */
const On = ({ left, onCodes }: { left: number; onCodes: (codes: string[]) => void }) => {
  const t = useWords(securityWords);
  const [renews, setRenews] = useState(false);
  return (
    <>
      <p className={styles.text}>{t("onText")}</p>
      {left < fewCodes ? (
        <Alert color="warning">{t("left", { left })}</Alert>
      ) : (
        <p className={styles.text}>{t("left", { left })}</p>
      )}
      {renews ? (
        <CodeForm endpoint={identity.makeRecoveryCodes} submit={t("makeCodes")} onCodes={onCodes} />
      ) : (
        <Button variant="default" onClick={() => setRenews(true)}>
          {t("newCodes")}
        </Button>
      )}
    </>
  );
};

/** The safety of one's own account: the second step of signing in, and the codes for when the phone is lost. */
export const SecurityDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useWords(securityWords);
  const state = useQuery(identity.secondFactor, {});
  const [codes, setCodes] = useState<string[]>();
  const content = () => {
    if (codes) return <RecoveryCodes codes={codes} onDone={onClose} />;
    if (state.error) return <ErrorState error={state.error} retry={() => void state.refetch()} />;
    if (!state.data) return <Skeleton height={120} />;
    if (state.data.on) return <On left={state.data.recoveryCodesLeft} onCodes={setCodes} />;
    return <Off onCodes={setCodes} />;
  };
  return (
    <Modal opened onClose={onClose} title={t("title")} closeOnClickOutside={!codes} size="md">
      <div className={styles.body}>
        {content()}
        {!codes && <Passkeys />}
      </div>
    </Modal>
  );
};
