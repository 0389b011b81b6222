import { Button, Modal } from "@mantine/core";
import { useWords, words } from "../words/words.ts";
import styles from "./ShownOnce.module.css";
import { tellDone, tellProblem } from "./tell.ts";

const onceWords = words({
  nl: {
    once: "Bewaar hem nu op een veilige plek: hij wordt maar één keer getoond.",
    copy: "Kopiëren",
    copied: "Gekopieerd",
  },
  en: { once: "Keep it in a safe place now: it is shown only once.", copy: "Copy", copied: "Copied" },
});

/** A secret that was just made, shown for the only time. */
export const ShownOnce = ({
  title,
  secret,
  onClose,
}: {
  title: string;
  secret: string;
  onClose: () => void;
}) => {
  const t = useWords(onceWords);
  const copy = () => {
    navigator.clipboard.writeText(secret).then(() => tellDone(t("copied")), tellProblem);
  };
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} size="lg">
      <div className={styles.body}>
        <p>{t("once")}</p>
        <code className={styles.secret}>{secret}</code>
        <Button onClick={copy}>{t("copy")}</Button>
      </div>
    </Modal>
  );
};
