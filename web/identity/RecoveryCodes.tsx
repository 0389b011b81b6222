import { Alert, Button } from "@mantine/core";
import { tellDone, tellProblem } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import styles from "./Security.module.css";
import { securityWords } from "./securityWords.ts";

/** Codes that were just made, shown for the only time. */
export const RecoveryCodes = ({ codes, onDone }: { codes: string[]; onDone: () => void }) => {
  const t = useWords(securityWords);
  const copy = () => {
    navigator.clipboard.writeText(codes.join("\n")).then(() => tellDone(t("copied")), tellProblem);
  };
  return (
    <>
      <Alert color="warning">{t("once")}</Alert>
      <p className={styles.text}>{t("codesText")}</p>
      <ul className={styles.codes} aria-label={t("codes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={onDone}>{t("kept")}</Button>
        <Button variant="default" onClick={copy}>
          {t("copy")}
        </Button>
      </div>
    </>
  );
};
