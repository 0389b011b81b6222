import { Button } from "@mantine/core";
import { IconLeaf } from "@tabler/icons-react";
import { useState } from "react";
import { type Offer, planning, type VisitForOthers } from "#planning/contract";
import type { Problem } from "#platform/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellProblem } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { appointmentWords } from "./customerWords.ts";
import styles from "./PickTime.module.css";
import { useDuration } from "./visitNames.ts";

type Slot = Pick<Offer, "on" | "part">;

const same = (a: Slot | undefined, b: Slot) => a?.on === b.on && a.part === b.part;

const DayList = ({
  offers,
  day,
  onDay,
}: {
  offers: readonly Offer[];
  day: string | undefined;
  onDay: (day: string) => void;
}) => {
  const t = useWords(appointmentWords);
  const formats = useFormats();
  const days = [...new Set(offers.map(({ on }) => on))];
  return (
    <div className={styles.days} role="group" aria-label={t("days")}>
      {days.map((on) => {
        const ofDay = offers.filter((offer) => offer.on === on);
        const hasPlenty = ofDay.some(({ room }) => room === "plenty");
        return (
          <button
            key={on}
            type="button"
            className={styles.day}
            aria-pressed={on === day}
            onClick={() => onDay(on)}
          >
            <span className={styles.dayName}>{formats.day(on)}</span>
            <span className={styles.room} data-room={hasPlenty ? "plenty" : "few"}>
              {hasPlenty ? t("plenty") : t("few")}
            </span>
            {ofDay.some(({ isBest }) => isBest) && (
              <span className={styles.best}>
                <IconLeaf size={14} aria-hidden="true" /> {t("best")}
              </span>
            )}
          </button>
        );
      })}
    </div>
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
  const query = useQuery(planning.myOffers, {}, { fresh: 5_000 });
  const onProblem = (problem: Problem) => {
    if (problem.type !== "planning/slot-taken") return tellProblem(problem);
    setInstead(offersIn(problem));
    setChosen(undefined);
    setDay(undefined);
  };
  const hold = useAction(planning.holdSlot, { onProblem, invalidates: [] });
  const book = useAction(planning.bookSlot, { onProblem, onDone: (visit) => onBooked?.(visit) });
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const { visitId, minutes } = query.data;
  const offers = instead ?? query.data.offers;
  if (offers.length === 0) return <EmptyState title={t("none")} text={t("noneText")} />;
  const choose = (slot: Slot) => {
    setChosen(slot);
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
      />
      {day && <PartList offers={offers.filter(({ on }) => on === day)} chosen={chosen} onChoose={choose} />}
      <div className={styles.foot}>
        {chosen && <p className={styles.soft}>{t("held")}</p>}
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
