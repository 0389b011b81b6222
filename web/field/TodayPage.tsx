import { Button, SegmentedControl } from "@mantine/core";
import { IconCheck, IconMapPin, IconPhone } from "@tabler/icons-react";
import { useState } from "react";
import { field, type StopView } from "#field/contract";
import { useChanged } from "../api/changed.ts";
import { useQuery } from "../api/queries.ts";
import { useVisitNames } from "../planning/visitNames.ts";
import { plusDays } from "../planning/weekDays.ts";
import { Go } from "../ui/Go.tsx";
import { EmptyState, ErrorState, SkeletonLines } from "../ui/states.tsx";
import { useNow } from "../ui/useNow.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./Job.module.css";
import { useDayChanges } from "./useDayChanges.ts";
import { dayWords } from "./words.ts";

const isDone = ({ visitStatus }: StopView) => visitStatus === "completed" || visitStatus === "partial";

const routeLink = ({ address, latitude, longitude }: StopView) =>
  `https://www.openstreetmap.org/directions?to=${encodeURIComponent(address ?? `${latitude},${longitude}`)}`;

const Buttons = ({ stop }: { stop: StopView }) => {
  const t = useWords(dayWords);
  const label = isDone(stop) ? t("look") : stop.visitStatus === "scheduled" ? t("start") : t("goOn");
  return (
    <div className={styles.stopButtons}>
      <Button
        component="a"
        size="lg"
        variant="default"
        href={routeLink(stop)}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconMapPin size={20} aria-hidden="true" />}
      >
        {t("navigate")}
      </Button>
      <Button
        component="a"
        size="lg"
        variant="default"
        href={`tel:${stop.phone ?? ""}`}
        disabled={!stop.phone}
        leftSection={<IconPhone size={20} aria-hidden="true" />}
      >
        {t("call")}
      </Button>
      {stop.workOrderId ? (
        <Button
          size="lg"
          c="var(--brand-on)"
          renderRoot={(props) => <Go to={`/jobs/${stop.workOrderId}`} {...props} />}
        >
          {label}
        </Button>
      ) : (
        <p className={styles.soft}>{t("preparing")}</p>
      )}
    </div>
  );
};

const Stop = ({ stop, isCurrent }: { stop: StopView; isCurrent: boolean }) => {
  const t = useWords(dayWords);
  const names = useVisitNames();
  const { time } = useFormats();
  const isChanged = useChanged(stop.visitId) || undefined;
  const body = (
    <>
      <div className={styles.stopHead}>
        <span className={styles.stopTime}>{stop.plannedStart && time(stop.plannedStart)}</span>
        <span className={styles.soft}>
          {names("kind", stop.kind)}
          {stop.travelMinutes ? `, ${t("drive", { minutes: stop.travelMinutes })}` : ""}
        </span>
        {isDone(stop) && <IconCheck size={22} aria-label={t("done")} />}
      </div>
      <p className={styles.name}>{stop.customerName}</p>
      <p className={styles.address}>{stop.address}</p>
    </>
  );
  if (!isCurrent)
    return (
      <li className={styles.stop} data-done={isDone(stop) || undefined} data-changed={isChanged}>
        {stop.workOrderId ? <Go to={`/jobs/${stop.workOrderId}`}>{body}</Go> : body}
      </li>
    );
  return (
    <li className={styles.stop} data-current aria-current="step" data-changed={isChanged}>
      {body}
      {stop.accessNotes && (
        <p className={styles.alert}>
          <strong>{t("parking")}</strong>
          {stop.accessNotes}
        </p>
      )}
      <Buttons stop={stop} />
    </li>
  );
};

type Choice = "before" | "today" | "after";

/** The day one looks at; it goes along with the clock when the phone stays on overnight. */
const useDayChoice = () => {
  const t = useWords(dayWords);
  const formats = useFormats();
  const today = formats.today(useNow());
  const [choice, setChoice] = useState<Choice>("today");
  const { data: around } = useQuery(field.day, { on: today }, { live: ["planning"] });
  const days = {
    before: around?.before ?? plusDays(today, -1),
    today,
    after: around?.after ?? plusDays(today, 1),
  };
  const named = {
    [plusDays(today, -1)]: t("yesterday"),
    [today]: t("today"),
    [plusDays(today, 1)]: t("tomorrow"),
  };
  const choices = (["before", "today", "after"] as const).map((value) => ({
    value,
    label: named[days[value]] ?? formats.day(days[value]),
  }));
  return { on: days[choice], isToday: choice === "today", choice, setChoice, choices };
};

/** The stops of today in driving order; the one to do now is large. */
export const TodayPage = () => {
  const t = useWords(dayWords);
  const { on, isToday, choice, setChoice, choices } = useDayChoice();
  const { data, error, refetch } = useQuery(field.day, { on }, { live: ["planning"], keep: true });
  const isChanged = useDayChanges(data);
  const toDo = data?.stops.filter((stop) => !isDone(stop)) ?? [];
  const chargers = toDo.reduce((sum, stop) => sum + stop.chargers, 0);
  const [current] = toDo;
  return (
    <div className={styles.list}>
      <h1 className="visually-hidden">{t("title")}</h1>
      <SegmentedControl
        size="md"
        fullWidth
        aria-label={t("dayChoice")}
        value={choice}
        onChange={(value) => setChoice(value as Choice)}
        data={choices}
      />
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={8} />}
      <p role="status" className={isChanged ? styles.alert : "visually-hidden"}>
        {isChanged && t("changed")}
      </p>
      {data?.crew && (
        <p className={styles.crew}>
          {t("crew", {
            crew: data.crew.name,
            van: data.crew.van,
            members: data.crew.members.join(", "),
          })}
          {chargers > 0 && <strong> {t("load", { chargers })}</strong>}
        </p>
      )}
      {data && !data.crew && (
        <EmptyState title={t(isToday ? "noCrew" : "noCrewThen")} text={t("noCrewText")} />
      )}
      {data?.crew && data.stops.length === 0 && (
        <EmptyState title={t(isToday ? "none" : "noneThen")} text={t("noneText")} />
      )}
      <ol>
        {data?.stops.map((stop) => (
          <Stop key={stop.visitId} stop={stop} isCurrent={stop === current} />
        ))}
      </ol>
    </div>
  );
};
