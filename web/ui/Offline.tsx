import { IconAlertTriangle } from "@tabler/icons-react";
import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import styles from "./Offline.module.css";

const follow = (listener: () => void) => onlineManager.subscribe(listener);
const isOnline = () => onlineManager.isOnline();

/**
 * Says that the connection is gone, for as long as it is; without it a button that waits would wait without a reason. The page moves down
 * for it, so that it covers nothing, on a phone neither.
 */
export const Offline = () => {
  const t = useWords(commonWords);
  const isThere = useSyncExternalStore(follow, isOnline);
  return (
    <div role="status" data-print="no">
      {!isThere && (
        <p className={styles.bar}>
          <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
          <span>{t("offline")}</span>
        </p>
      )}
    </div>
  );
};
