import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { commonWords } from "../words/common.ts";
import { useWords } from "../words/words.ts";
import styles from "./Toasts.module.css";
import { dismiss, type Toast, useToasts } from "./toasts.ts";

const icons = { success: IconCheck, danger: IconAlertTriangle, warning: IconAlertTriangle } as const;

/** Messages in the corner of the screen; they wait while one points at them or tabs into them. */
export const Toasts = () => {
  const toasts = useToasts();
  return (
    <section className={styles.toasts} aria-live="polite" data-print="no">
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} />
      ))}
    </section>
  );
};

const Message = ({ toast }: { toast: Toast }) => {
  const t = useWords(commonWords);
  const [isHeld, setHeld] = useState(false);
  const { id, tone, message, action, stays } = toast;
  const Icon = icons[tone as keyof typeof icons] ?? IconInfoCircle;
  const lasts = action || tone === "danger" ? 8_000 : 4_000;

  useEffect(() => {
    if (isHeld || stays) return;
    const timer = setTimeout(() => dismiss(id), lasts);
    return () => clearTimeout(timer);
  }, [id, isHeld, stays, lasts]);

  return (
    <div
      className={styles.toast}
      role={tone === "danger" ? "alert" : "status"}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.icon} data-tone={tone} aria-hidden="true">
        <Icon size={18} stroke={1.8} />
      </span>
      <span className={styles.message}>{message}</span>
      {action && (
        <button
          type="button"
          className="cc-link-button"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t("close")} onClick={() => dismiss(id)}>
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  );
};
