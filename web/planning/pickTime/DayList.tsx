import { Button } from "@mantine/core";
import { IconLeaf } from "@tabler/icons-react";
import { Fragment, type ReactNode, useState } from "react";
import type { Offer } from "#planning/contract";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { appointmentWords } from "../customerWords.ts";
import styles from "../PickTime.module.css";
import { mondayOf } from "../weekDays.ts";

/** Weeks that show at once; the next ones come with a tap. */
const weeksFirst = 2;

const DayButton = ({
  on,
  offers,
  isChosen,
  onDay,
}: {
  on: string;
  offers: readonly Offer[];
  isChosen: boolean;
  onDay: (day: string) => void;
}) => {
  const t = useWords(appointmentWords);
  const formats = useFormats();
  const hasPlenty = offers.some(({ room }) => room === "plenty");
  return (
    <button type="button" className={styles.day} aria-pressed={isChosen} onClick={() => onDay(on)}>
      <span className={styles.dayName}>{formats.day(on)}</span>
      <span className={styles.room} data-room={hasPlenty ? "plenty" : "few"}>
        {hasPlenty ? t("plenty") : t("few")}
      </span>
      {offers.some(({ isBest }) => isBest) && (
        <span className={styles.best}>
          <IconLeaf size={14} aria-hidden="true" /> {t("best")}
        </span>
      )}
    </button>
  );
};

/** The days to choose from, the nearest first; the half days of the chosen one unfold below it. */
export const DayList = ({
  offers,
  day,
  onDay,
  children,
}: {
  offers: readonly Offer[];
  day: string | undefined;
  onDay: (day: string) => void;
  children: ReactNode;
}) => {
  const t = useWords(appointmentWords);
  const { day: dayName } = useFormats();
  const [shown, setShown] = useState(weeksFirst);
  const weeks = [...Map.groupBy(new Set(offers.map(({ on }) => on)), mondayOf)];
  return (
    <>
      <div className={styles.pick} role="group" aria-label={t("days")}>
        {weeks.slice(0, shown).map(([monday, days]) => (
          <section key={monday} className={styles.week}>
            <h2 className={styles.weekName}>{t("week", { day: dayName(monday) })}</h2>
            <div className={styles.days} role="group" aria-label={t("week", { day: dayName(monday) })}>
              {days.map((on) => (
                <Fragment key={on}>
                  <DayButton
                    on={on}
                    offers={offers.filter((offer) => offer.on === on)}
                    isChosen={on === day}
                    onDay={onDay}
                  />
                  {on === day && children}
                </Fragment>
              ))}
            </div>
          </section>
        ))}
      </div>
      {shown < weeks.length && (
        <Button size="lg" variant="subtle" onClick={() => setShown(weeks.length)}>
          {t("moreDays")}
        </Button>
      )}
    </>
  );
};
