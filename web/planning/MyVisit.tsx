import { Button } from "@mantine/core";
import { useCanGoBack, useRouter, useSearch } from "@tanstack/react-router";
import { planning } from "#planning/contract";
import { useQuery } from "../api/queries.ts";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { Appointment, type Mine } from "./Appointment.tsx";
import { appointmentWords } from "./customerWords.ts";
import styles from "./PickTime.module.css";
import { PickTime } from "./PickTime.tsx";
import { useVisitNames } from "./visitNames.ts";

/**
 * The visit another time is being picked for, in the address: going back in the browser leads to the appointment again, and so does
 * being done with it.
 */
const useMoving = () => {
  const { kies } = useSearch({ strict: false }) as { kies?: string };
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return {
    movingId: kies,
    begin: (visitId: string) => void router.navigate({ to: ".", search: { kies: visitId } as never }),
    end: () => {
      if (kies === undefined) return;
      if (canGoBack) router.history.back();
      else void router.navigate({ to: ".", replace: true, search: {} as never });
    },
  };
};

/** Visits that are still to come or going on, the first one first; when all is done, the last of them. */
const current = (all: readonly Mine[]) => {
  const open = all.filter(({ status }) => status !== "completed" && status !== "partial");
  const byDay = open.toSorted((a, b) => (a.on ?? "").localeCompare(b.on ?? ""));
  return byDay.length > 0 ? byDay : all.slice(-1);
};

/** The appointments of an order; each has the name of its work once there are several. */
const Appointments = ({
  visits,
  isBelow,
  onReschedule,
}: {
  visits: readonly Mine[];
  /** Below the choice of a time for another visit. */
  isBelow: boolean;
  onReschedule: (visitId: string) => void;
}) => {
  const t = useWords(appointmentWords);
  const names = useVisitNames();
  const isOne = visits.length === 1;
  const title = isOne ? t("mine") : t("mineAll");
  const Title = isBelow ? "h2" : "h1";
  const Name = isBelow ? "h3" : "h2";
  return (
    <div className={styles.pick}>
      <Title className={styles.title}>{title}</Title>
      {visits.map((visit) => (
        <section key={visit.id} className={styles.appointment}>
          {(!isOne || isBelow) && <Name className={styles.name}>{names("kind", visit.kind)}</Name>}
          <Appointment visit={visit} onReschedule={() => onReschedule(visit.id)} />
        </section>
      ))}
    </div>
  );
};

/** When we come and who, or the choice of a time when there is none yet. */
export const MyVisit = () => {
  const t = useWords(appointmentWords);
  const names = useVisitNames();
  const { movingId, begin, end } = useMoving();
  const { data, error, refetch } = useQuery(planning.myVisit, {}, { live: ["*"] });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={6} />;
  // Of a visit without a time there is something to tell only to who chooses one now.
  const visits = current(data.visits.filter(({ canChoose, on }) => canChoose || on));
  const whoChooses = data.visits.every(({ isMine }) => isMine) ? "waitingText" : "waitingForCustomer";
  if (visits.length === 0) return <EmptyState isPage title={t("waiting")} text={t(whoChooses)} />;
  const onBooked = () => {
    end();
    tellDone(t("booked"));
  };
  const moving = visits.find(({ id, canChange }) => canChange && id === movingId);
  const picked = moving ?? visits.find(({ canChoose }) => canChoose);
  const appointments = visits.filter(({ canChoose }) => !canChoose);
  const work = visits.length > 1 && picked ? names("kind", picked.kind) : null;
  return (
    <>
      {picked && (
        <PickTime
          key={picked.id}
          visitId={picked.id}
          isMove={moving !== undefined}
          work={work}
          onBooked={onBooked}
        />
      )}
      {moving && (
        <Button size="lg" variant="subtle" fullWidth onClick={end}>
          {t("keep")}
        </Button>
      )}
      {!moving && appointments.length > 0 && (
        <Appointments visits={appointments} isBelow={picked !== undefined} onReschedule={begin} />
      )}
    </>
  );
};
