import type { ComponentType, ReactNode } from "react";
import { useFormats } from "../words/format.ts";
import { DateText } from "./DateText.tsx";
import styles from "./Timeline.module.css";
import type { Tone } from "./theme.ts";

export interface Happening {
  id: string;
  at: string;
  /** What happened, in a few words. */
  title: ReactNode;
  /** What it belongs to, such as an order, where that does not stand on the page already. */
  about?: ReactNode;
  /** Who did it: a person, the partner, the customer, or the system. */
  by?: ReactNode;
  /** The message, the reason, the photos. */
  body?: ReactNode;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  tone?: Tone;
}

const dayOf = (at: string, today: (now: Date) => string) => today(new Date(at));

/** Everything that happened, newest first, under the day it happened on. */
export const Timeline = ({ happenings }: { happenings: readonly Happening[] }) => {
  const { today } = useFormats();
  return (
    <ol className={styles.timeline}>
      {happenings.map((happening, index) => {
        const previous = happenings[index - 1];
        const isNewDay = !previous || dayOf(previous.at, today) !== dayOf(happening.at, today);
        return (
          <li key={happening.id}>
            {isNewDay && (
              <p className={styles.day}>
                <DateText at={happening.at} />
              </p>
            )}
            <Entry {...happening} />
          </li>
        );
      })}
    </ol>
  );
};

const Entry = ({ at, title, about, by, body, icon: Icon, tone = "neutral" }: Happening) => (
  <article className={styles.entry} data-tone={tone}>
    <span className={styles.mark} aria-hidden="true">
      {Icon ? <Icon size={14} stroke={1.8} /> : <span className={styles.dot} />}
    </span>
    <div className={styles.what}>
      <div className={styles.line}>
        <span className={styles.title}>{title}</span>
        {about && <span className={styles.about}>{about}</span>}
        {by && <span className={styles.by}>{by}</span>}
        <span className={styles.time}>
          <DateText at={at} as="time" />
        </span>
      </div>
      {body && <div className={styles.body}>{body}</div>}
    </div>
  </article>
);
