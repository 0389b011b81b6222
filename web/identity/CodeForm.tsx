import { Button, TextInput } from "@mantine/core";
import { identity } from "#platform/identity/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { useWords } from "../words/words.ts";
import styles from "./Security.module.css";
import { securityWords } from "./securityWords.ts";

interface CodeFormProps {
  endpoint: typeof identity.confirmSecondFactor | typeof identity.makeRecoveryCodes;
  submit: string;
  onCodes: (codes: string[]) => void;
}

/** Asks for a code of the app; what comes back are recovery codes. */
export const CodeForm = ({ endpoint, submit, onCodes }: CodeFormProps) => {
  const t = useWords(securityWords);
  const form = useActionForm(
    endpoint,
    { totp: "" },
    { invalidates: [identity.secondFactor], onDone: ({ recoveryCodes }) => onCodes(recoveryCodes) },
  );
  return (
    <form onSubmit={form.submit} className={styles.code} noValidate>
      <TextInput
        label={t("code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        data-autofocus
        {...form.field("totp")}
      />
      <Button type="submit" loading={form.isSending}>
        {submit}
      </Button>
    </form>
  );
};
