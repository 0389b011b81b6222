import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { identity } from "#platform/identity/contract";
import { keyOf } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useActionForm } from "../api/useActionForm.ts";
import { Mark } from "../ui/Mark.tsx";
import { useSentence } from "../words/problems.ts";
import { useWords } from "../words/words.ts";
import { PasskeyButton } from "./PasskeyButton.tsx";
import styles from "./SignIn.module.css";
import { identityWords } from "./words.ts";

/** The code is what comes next after the password was right. */
const focusWhenShown = (input: HTMLInputElement | null) => input?.focus();

type Step = "password" | "code" | "sent";

/** Sign in with password, a code when the account asks for one, or a link by mail. */
export const SignIn = ({ face }: { face: "office" | "partner" | "field" }) => {
  const t = useWords(identityWords);
  const sentence = useSentence();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>("password");
  const form = useActionForm(
    identity.signIn,
    { email: "", password: "", totp: "" },
    {
      invalidates: [],
      onDone: ({ outcome }) => {
        if (outcome === "second-factor") setStep("code");
        else void client.resetQueries({ queryKey: keyOf(identity.me) });
      },
      onProblem: () => {},
    },
  );
  const link = useAction(identity.requestMagicLink, { invalidates: [], onDone: () => setStep("sent") });
  const askLink = () => {
    if (form.values.email.trim() === "") form.setFieldError("email", t("emailFirst"));
    else link.run({ email: form.values.email, returnTo: location.pathname + location.search });
  };
  const back = (
    <Button variant="subtle" size="md" fullWidth onClick={() => setStep("password")}>
      {t("back")}
    </Button>
  );

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Mark size={36} />
          <span>
            ChargeCars <span className={styles.face}>{t(face)}</span>
          </span>
        </div>
        {step === "sent" ? (
          <>
            <h1 className={styles.title}>{t("sentTitle")}</h1>
            <p className={styles.text}>{t("sentText", { email: form.values.email })}</p>
            {back}
          </>
        ) : (
          <form onSubmit={form.submit} className={styles.form} noValidate>
            <h1 className={styles.title}>{t("title")}</h1>
            {form.problem && (
              <Alert color="danger" role="alert">
                {sentence(form.problem)}
              </Alert>
            )}
            {step === "password" ? (
              <>
                <TextInput
                  size="md"
                  label={t("email")}
                  type="email"
                  autoComplete="username"
                  {...form.field("email")}
                />
                <PasswordInput
                  size="md"
                  label={t("password")}
                  autoComplete="current-password"
                  {...form.field("password")}
                />
                <Button type="submit" size="md" fullWidth loading={form.isSending}>
                  {t("signIn")}
                </Button>
                <div className={styles.or}>{t("or")}</div>
                <Button variant="default" size="md" fullWidth loading={link.isRunning} onClick={askLink}>
                  {t("magicLink")}
                </Button>
                <PasskeyButton />
              </>
            ) : (
              <>
                <TextInput
                  size="md"
                  label={t("code")}
                  description={t("codeText")}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={11}
                  ref={focusWhenShown}
                  {...form.field("totp")}
                />
                <Button type="submit" size="md" fullWidth loading={form.isSending}>
                  {t("continue")}
                </Button>
                {back}
              </>
            )}
          </form>
        )}
      </div>
    </main>
  );
};
