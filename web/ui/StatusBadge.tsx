import styles from "./StatusBadge.module.css";
import type { Tone } from "./theme.ts";

export interface StatusBadgeProps {
  label: string;
  tone?: Tone;
  /** `soft` fills the background; for a header, not for rows. */
  look?: "dot" | "soft";
}

/** A status in words with a dot of its tone; the dot never says anything the words do not. */
export const StatusBadge = ({ label, tone = "neutral", look = "dot" }: StatusBadgeProps) => (
  <span className={styles.badge} data-tone={tone} data-look={look} title={label}>
    <span className={styles.dot} aria-hidden="true" />
    <span className={styles.label}>{label}</span>
  </span>
);
