import { Button } from "@mantine/core";
import { IconLeaf } from "@tabler/icons-react";
import { Fragment, type ReactNode, useState } from "react";
import { type Offer, planning, type VisitForOthers } from "#planning/contract";
import type { Problem } from "#platform/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellProblem } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { appointmentWords } from "./customerWords.ts";
import { Earlier } from "./Earlier.tsx";
import styles from "./PickTime.module.css";
import { useDuration } from "./visitNames.ts";
import { mondayOf } from "./weekDays.ts";

type Slot = Pick<Offer, "on" | "part">;

const same = (a: Slot | undefined, b: Slot) => a?.on === b.on && a.part === b.part;

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
const DayList = ({
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

const PartList = ({
  offers,
  chosen,
  onChoose,
}: {
  offers: readonly Offer[];
  chosen: Slot | undefined;
  onChoose: (slot: Slot) => void;
}) => {
  const t = useWords(appointmentWords);
  return (
    <div className={styles.parts} role="group" aria-label={t("parts")}>
      {offers.map((offer) => (
        <button
          key={offer.on + offer.part}
          type="button"
          className={styles.partChoice}
          aria-pressed={same(chosen, offer)}
          onClick={() => onChoose({ on: offer.on, part: offer.part })}
        >
          <span className={styles.dayName}>{t(offer.part)}</span>
          <span className={styles.soft}>{t(`${offer.part}Time`)}</span>
          <span className={styles.room} data-room={offer.room}>
            {t(offer.room)}
          </span>
        </button>
      ))}
    </div>
  );
};

/** What was offered instead when somebody else was first. */
const offersIn = (problem: Problem) => (problem.facts.offers ?? []) as Offer[];

/** Two taps: a day and a half day; the place is kept while one looks, and the next best shown when it has just gone. */
export const PickTime = ({ onBooked }: { onBooked?: (visit: VisitForOthers) => void }) => {
  const t = useWords(appointmentWords);
  const formats = useFormats();
  const duration = useDuration();
  const [day, setDay] = useState<string>();
  const [chosen, setChosen] = useState<Slot>();
  const [instead, setInstead] = useState<Offer[]>();
  const [isBooked, setBooked] = useState(false);
  // Once booked there may be nothing left to choose, so it is not asked again.
  const query = useQuery(planning.myOffers, {}, { fresh: 5_000, when: !isBooked });
  const onProblem = (problem: Problem) => {
    if (problem.type !== "planning/slot-taken") return tellProblem(problem);
    setInstead(offersIn(problem));
    setChosen(undefined);
    setDay(undefined);
  };
  const [heldUntil, setHeldUntil] = useState<string>();
  const hold = useAction(planning.holdSlot, {
    onProblem,
    onDone: ({ expiresAt }) => setHeldUntil(expiresAt),
    invalidates: [],
  });
  const book = useAction(planning.bookSlot, {
    onProblem,
    onDone: (visit) => {
      setBooked(true);
      onBooked?.(visit);
    },
    invalidates: [planning.myVisit],
  });
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const { visitId, minutes } = query.data;
  const offers = instead ?? query.data.offers;
  if (offers.length === 0)
    return (
      <div className={styles.pick}>
        <EmptyState isPage title={t("none")} text={t("noneText")} />
        <Earlier visitId={visitId} isFirst />
      </div>
    );
  const choose = (slot: Slot) => {
    setChosen(slot);
    setHeldUntil(undefined);
    hold.run({ visitId, ...slot });
  };
  return (
    <div className={styles.pick}>
      <h1 className={styles.title}>{t("pickTitle")}</h1>
      <p className={styles.soft}>{t("pickText", { duration: duration(minutes) })}</p>
      {instead && (
        <p className={styles.taken} role="alert">
          {t("taken")}
        </p>
      )}
      <DayList
        offers={offers}
        day={day}
        onDay={(on) => {
          setDay(on);
          setChosen(undefined);
        }}
      >
        <PartList offers={offers.filter(({ on }) => on === day)} chosen={chosen} onChoose={choose} />
      </DayList>
      <div className={styles.foot}>
        {chosen && heldUntil && (
          <p className={styles.soft} role="status">
            {t("held", { time: formats.time(heldUntil) })}
          </p>
        )}
        <Button
          size="lg"
          fullWidth
          disabled={!chosen}
          loading={book.isRunning}
          onClick={() => chosen && book.run({ visitId, ...chosen })}
        >
          {chosen
            ? t("confirmMoment", { day: formats.day(chosen.on), part: t(chosen.part).toLowerCase() })
            : t("confirm")}
        </Button>
      </div>
    </div>
  );
};
