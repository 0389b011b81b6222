import { Button, Modal } from "@mantine/core";
import { orders } from "#orders/contract";
import { useAction } from "../api/useAction.ts";
import { plainText } from "../words/plainText.ts";
import { useWords } from "../words/words.ts";
import styles from "./CompareDialog.module.css";
import type { ExceptionRow } from "./exceptionSense.ts";
import { exceptionWords } from "./exceptionWords.ts";

interface Difference {
  pointer: string;
  first: unknown;
  now: unknown;
}

const shown = (value: unknown) =>
  value === null || value === undefined
    ? "–"
    : typeof value === "object"
      ? JSON.stringify(value, null, 1)
      : plainText(value);

/** Two deliveries of one order side by side, for a person to decide which counts. */
export const CompareDialog = ({ exception, onClose }: { exception: ExceptionRow; onClose: () => void }) => {
  const t = useWords(exceptionWords);
  const resolve = useAction(orders.resolveException, { onDone: onClose });
  const differences = (exception.facts.differences ?? []) as Difference[];
  const settle = (resolution: string) => resolve.run({ exceptionId: exception.id, resolution });
  return (
    <Modal opened onClose={onClose} title={exception.orderNumber ?? t("compare")} size="lg">
      <p className={styles.text}>{t("compareText")}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("first")}</th>
              <th scope="col">{t("now")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ pointer, first, now }) => (
              <tr key={pointer}>
                <th scope="row">{pointer.replace(/^\//, "").replaceAll("/", " › ").replaceAll("_", " ")}</th>
                <td>{shown(first)}</td>
                <td className={styles.changed}>{shown(now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.actions}>
        <Button variant="default" loading={resolve.isRunning} onClick={() => settle(t("keepFirst"))}>
          {t("keepFirst")}
        </Button>
        <Button loading={resolve.isRunning} onClick={() => settle(t("changedByHand"))}>
          {t("changedByHand")}
        </Button>
      </div>
    </Modal>
  );
};
