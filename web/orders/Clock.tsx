import { IconClock } from "@tabler/icons-react";
import { useNow } from "../ui/useNow.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./Clock.module.css";
import { clockOf, passedSince } from "./clock.ts";
import { orderWords } from "./words.ts";

/** What is left of the clock of a status: grey, amber on the last day, red when it is over. */
export const Clock = ({ due }: { due: string | null }) => {
  const t = useWords(orderWords);
  const { moment } = useFormats();
  const clock = clockOf(due, useNow());
  if (!clock || due === null) return null;
  return (
    <span className={styles.clock} data-tone={clock.tone} title={t("dueLabel", { moment: moment(due) })}>
      <IconClock size={13} stroke={1.9} aria-hidden="true" />
      {t(clock.word, { count: clock.count })}
    </span>
  );
};

/** How long something stands where it stands. */
export const Since = ({ at }: { at: string }) => {
  const t = useWords(orderWords);
  const { moment } = useFormats();
  const { word, count } = passedSince(at, useNow());
  return (
    <span className={styles.since} title={t("sinceLabel", { moment: moment(at) })}>
      {t(word, { count })}
    </span>
  );
};
