import { Button } from "@mantine/core";
import { type EarlierOffer, type EarlierWish, planning } from "#planning/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { tellDone } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useLanguage } from "../words/language.ts";
import { useWords } from "../words/words.ts";
import { appointmentWords } from "./customerWords.ts";
import styles from "./Earlier.module.css";
import { JoinWaitingList } from "./JoinWaitingList.tsx";
import { useWeekdayName } from "./weekdayNames.ts";

interface EarlierProps {
  visitId: string;
  /** There is no appointment yet. */
  isFirst?: boolean;
}

const Free = ({ visitId, offer, isFirst }: Required<EarlierProps> & { offer: EarlierOffer }) => {
  const t = useWords(appointmentWords);
  const { longDay, moment } = useFormats();
  const take = useAction(planning.takeEarlier, {
    onDone: () => tellDone(t("booked")),
    invalidates: [planning.myVisit, planning.myEarlier],
  });
  return (
    <div className={styles.free} role="status">
      <p>
        <strong>
          {t(isFirst ? "placeFree" : "earlierFree", {
            day: longDay(offer.on),
            part: t(offer.part).toLowerCase(),
          })}
        </strong>
      </p>
      <p>{t("earlierUntil", { time: moment(offer.expiresAt) })}</p>
      <Button size="lg" loading={take.isRunning} onClick={() => take.run({ visitId, offerId: offer.id })}>
        {t(isFirst ? "placeTake" : "earlierTake")}
      </Button>
    </div>
  );
};

const OnTheList = ({ visitId, wish }: { visitId: string; wish: EarlierWish }) => {
  const t = useWords(appointmentWords);
  const weekdayName = useWeekdayName();
  const list = new Intl.ListFormat(useLanguage(), { type: "conjunction" });
  const leave = useAction(planning.wishEarlier, { invalidates: [planning.myEarlier] });
  const days = list.format(wish.weekdays.map(weekdayName));
  const parts = list.format(wish.parts.map((part) => t(part).toLowerCase()));
  return (
    <>
      <p className={styles.text}>{t("earlierFor", { days, parts })}</p>
      <Button
        size="lg"
        variant="default"
        loading={leave.isRunning}
        onClick={() => leave.run({ visitId, wish: null })}
      >
        {t("earlierLeave")}
      </Button>
    </>
  );
};

const useEarlier = (visitId: string) => useQuery(planning.myEarlier, { visitId }, { live: ["*"] }).data;

/** Half days that came free, for who says yes first, and those that are gone: where a mail led here it was for these. */
export const EarlierOffers = ({ visitId, isFirst = false }: EarlierProps) => {
  const t = useWords(appointmentWords);
  const { longDay } = useFormats();
  const data = useEarlier(visitId);
  if (!data || data.offers.length + data.over.length === 0) return null;
  return (
    <div className={styles.offers}>
      {data.offers.map((offer) => (
        <Free key={offer.id} visitId={visitId} offer={offer} isFirst={isFirst} />
      ))}
      {data.over.map(({ id, on, part }) => (
        <p key={id} className={styles.text}>
          {t(isFirst ? "placeOver" : "earlierOver", { day: longDay(on), part: t(part).toLowerCase() })}
        </p>
      ))}
    </div>
  );
};

/** The waiting list: the wish to hear of an earlier half day. */
export const Earlier = ({ visitId, isFirst = false }: EarlierProps) => {
  const t = useWords(appointmentWords);
  const data = useEarlier(visitId);
  if (!data || !(data.isPossible || data.wish)) return null;
  const title = isFirst ? t("waitingList") : t("earlierTitle");
  const text = isFirst ? t("waitingListText") : t("earlierText");
  const onText = isFirst ? t("waitingListOn") : t("earlierOn");
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{data.wish ? onText : text}</p>
      {data.wish ? <OnTheList visitId={visitId} wish={data.wish} /> : <JoinWaitingList visitId={visitId} />}
    </section>
  );
};
