import { Button } from "@mantine/core";
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
import { Earlier, EarlierOffers } from "./Earlier.tsx";
import styles from "./PickTime.module.css";
import { DayList } from "./pickTime/DayList.tsx";
import { PartList, type Slot } from "./pickTime/PartList.tsx";
import { useDuration } from "./visitNames.ts";

/** What was offered instead when somebody else was first. */
const offersIn = (problem: Problem) => (problem.facts.offers ?? []) as Offer[];

/** Two taps: a day and a half day; the place is kept while one looks, and the next best shown when it has just gone. */
export const PickTime = ({
  visitId,
  isMove,
  work,
  onBooked,
}: {
  visitId: string;
  /** There is an appointment, which stays when no other time is chosen. */
  isMove: boolean;
  /** What the visit is for, where there are several. */
  work: string | null;
  onBooked?: (visit: VisitForOthers) => void;
}) => {
  const t = useWords(appointmentWords);
  const formats = useFormats();
  const duration = useDuration();
  const [day, setDay] = useState<string>();
  const [chosen, setChosen] = useState<Slot>();
  const [instead, setInstead] = useState<Offer[]>();
  const [isBooked, setBooked] = useState(false);
  // Once booked there may be nothing left to choose, so it is not asked again.
  const query = useQuery(planning.myOffers, { visitId }, { fresh: 5_000, when: !isBooked });
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
  const { minutes } = query.data;
  const offers = instead ?? query.data.offers;
  if (offers.length === 0 && isMove)
    return <EmptyState isPage title={t("noneOther")} text={t("noneOtherText")} />;
  if (offers.length === 0)
    return (
      <div className={styles.pick}>
        <EarlierOffers visitId={visitId} isFirst />
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
      {work && <p className={styles.name}>{work}</p>}
      <h1 className={styles.title}>{t("pickTitle")}</h1>
      <p className={styles.soft}>{t("pickText", { duration: duration(minutes) })}</p>
      {!isMove && <EarlierOffers visitId={visitId} isFirst />}
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
