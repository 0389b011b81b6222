import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { Problem } from "#platform/contract";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import { loadAnew } from "./freshPage.ts";
import styles from "./states.module.css";
import { tellProblem } from "./tell.ts";

/** Loads the page anew, or says that there is no connection to do so. */
export const retryPage = async () => {
  if (await loadAnew()) return;
  tellProblem(new Problem("web/no-connection", 0, "No connection to the server"));
};

const slowAfterMs = 8_000;

/** What stands under a shape that waits for long: whatever it is that does not come, there is a way on. */
export const Slow = () => {
  const t = useWords(commonWords);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  return (
    <div className={styles.state} role="status">
      <p className={styles.title}>{t("slow")}</p>
      <p className={styles.text}>{t("slowText")}</p>
      <div className={styles.action}>
        <Button variant="default" onClick={() => void retryPage()}>
          {t("retry")}
        </Button>
      </div>
    </div>
  );
};
