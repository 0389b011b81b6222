import type { ReactNode } from "react";
import styles from "./settings.module.css";

const button = /^\[([^\]]+)\]\((\S+)\)$/;

/** A text with its words in braces marked as what is filled in later. */
const filled = (text: string): ReactNode[] =>
  text.split(/(\{\w+\})/).map((part, index) =>
    /^\{\w+\}$/.test(part) ? (
      // Parts of one text keep their order, so their place is their key.
      <span key={index} className={styles.fill}>
        {part.slice(1, -1)}
      </span>
    ) : (
      part
    ),
  );

/** How a mail text will look: paragraphs, buttons, and marked what is filled in. */
export const MailPreview = ({ subject, body }: { subject: string; body: string }) => (
  <div className={styles.mail}>
    <p className={styles.mailSubject}>{filled(subject)}</p>
    {body
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph, index) => {
        const found = button.exec(paragraph.trim());
        return (
          // Paragraphs of one text keep their order, so their place is their key.
          <p key={index}>
            {found ? <span className={styles.mailButton}>{filled(found[1] ?? "")}</span> : filled(paragraph)}
          </p>
        );
      })}
  </div>
);
