import { renderSVG } from "uqr";
import { identity } from "#platform/identity/contract";
import { useWords } from "../words/words.ts";
import { CodeForm } from "./CodeForm.tsx";
import styles from "./Security.module.css";
import { securityWords } from "./securityWords.ts";

const inFours = (text: string) => text.match(/.{1,4}/g)?.join(" ") ?? text;

/** The secret for an authenticator app: as a picture to scan, a link on the phone itself, and letters to type. */
export const NewApp = ({ uri, onCodes }: { uri: string; onCodes: (codes: string[]) => void }) => {
  const t = useWords(securityWords);
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`;
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <>
      <p className={styles.text}>{t("scan")}</p>
      <img className={styles.picture} src={picture} alt={t("picture")} width={180} height={180} />
      <p className={styles.text}>
        <a href={uri}>{t("onThisPhone")}</a>
      </p>
      <p className={styles.text}>
        {t("typeIt")} <code className={styles.secret}>{inFours(secret)}</code>
      </p>
      <CodeForm endpoint={identity.confirmSecondFactor} submit={t("confirm")} onCodes={onCodes} />
    </>
  );
};
