import { Button, Chip } from "@mantine/core";
import { useState } from "react";
import { type EarlierOffer, planning } from "#planning/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { tellDone } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { appointmentWords } from "./customerWords.ts";
import styles from "./PickTime.module.css";

const workdays = [1, 2, 3, 4, 5] as const;
/** A Monday; only the names of its week's days are used. */
const someMonday = Date.UTC(2026, 2, 2);

const weekdayName = (weekday: number, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(
    someMonday + (weekday - 1) * 86_400_000,
  );

const Free = ({ visitId, offer }: { visitId: string; offer: EarlierOffer }) => {
  const t = useWords(appointmentWords);
  const { longDay, moment } = useFormats();
  const take = useAction(planning.takeEarlier, { onDone: () => tellDone(t("booked")) });
  return (
    <div className={styles.taken} role="status">
      <p>
        <strong>{t("earlierFree", { day: longDay(offer.on), part: t(offer.part).toLowerCase() })}</strong>
      </p>
      <p>{t("earlierUntil", { time: moment(offer.expiresAt) })}</p>
      <Button size="lg" loading={take.isRunning} onClick={() => take.run({ visitId, offerId: offer.id })}>
        {t("earlierTake")}
      </Button>
    </div>
  );
};

const Join = ({ visitId }: { visitId: string }) => {
  const t = useWords(appointmentWords);
  const [weekdays, setWeekdays] = useState<string[]>(workdays.map(String));
  const [parts, setParts] = useState<string[]>(["morning", "afternoon"]);
  const join = useAction(planning.wishEarlier, { invalidates: [planning.myEarlier] });
  const language = document.documentElement.lang;
  const wish = {
    weekdays: weekdays.map(Number),
    parts: (["morning", "afternoon"] as const).filter((part) => parts.includes(part)),
  };
  return (
    <>
      <p className={styles.soft}>{t("earlierText")}</p>
      <Chip.Group multiple value={weekdays} onChange={setWeekdays}>
        <div className={styles.chips} role="group" aria-label={t("earlierDays")}>
          {workdays.map((weekday) => (
            <Chip key={weekday} value={String(weekday)} size="md">
              {weekdayName(weekday, language)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <Chip.Group multiple value={parts} onChange={setParts}>
        <div className={styles.chips} role="group" aria-label={t("earlierParts")}>
          <Chip value="morning">{t("morning")}</Chip>
          <Chip value="afternoon">{t("afternoon")}</Chip>
        </div>
      </Chip.Group>
      <Button
        size="lg"
        variant="default"
        disabled={weekdays.length === 0 || parts.length === 0}
        loading={join.isRunning}
        onClick={() => join.run({ visitId, wish })}
      >
        {t("earlierJoin")}
      </Button>
    </>
  );
};

/** The waiting list: an earlier half day that came free, or the wish to hear of one. */
export const Earlier = ({ visitId }: { visitId: string }) => {
  const t = useWords(appointmentWords);
  const { data } = useQuery(planning.myEarlier, { visitId }, { live: ["*"] });
  const leave = useAction(planning.wishEarlier, { invalidates: [planning.myEarlier] });
  if (!data) return null;
  return (
    <section className={styles.form} aria-label={t("earlierTitle")}>
      {data.offers.map((offer) => (
        <Free key={offer.id} visitId={visitId} offer={offer} />
      ))}
      <h2 className={styles.weekName}>{t("earlierTitle")}</h2>
      {data.wish ? (
        <>
          <p className={styles.soft}>{t("earlierOn")}</p>
          <Button
            size="lg"
            variant="subtle"
            loading={leave.isRunning}
            onClick={() => leave.run({ visitId, wish: null })}
          >
            {t("earlierLeave")}
          </Button>
        </>
      ) : (
        <Join visitId={visitId} />
      )}
    </section>
  );
};
