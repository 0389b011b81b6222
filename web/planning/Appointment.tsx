import { Button, Modal, Textarea } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { useState } from "react";
import { planning } from "#planning/contract";
import { type OutputOf } from "#platform/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { tellDone } from "../ui/tell.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { appointmentWords } from "./customerWords.ts";
import { Earlier, EarlierOffers } from "./Earlier.tsx";
import styles from "./PickTime.module.css";
import { useDuration, useVisitNames } from "./visitNames.ts";

/** A visit as its customer sees it. */
export type Mine = OutputOf<typeof planning.myVisit>["visits"][number];

const windows = { morning: ["08:00", "12:00"], afternoon: ["12:00", "17:00"], full_day: ["08:00", "17:00"] };

const namesOf = (names: readonly string[], language: string) =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(names);

const DropDialog = ({ visitId, onClose }: { visitId: string; onClose: () => void }) => {
  const t = useWords(appointmentWords);
  const form = useActionForm(
    planning.dropMyVisit,
    { reason: "" },
    {
      fixed: { visitId },
      onDone: () => {
        onClose();
        tellDone(t("dropped"));
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("dropTitle")}>
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <p>{t("dropText")}</p>
        <Textarea label={t("why")} autosize minRows={2} data-autofocus {...form.field("reason")} />
        <Button type="submit" size="lg" loading={form.isSending}>
          {t("dropSubmit")}
        </Button>
      </form>
    </Modal>
  );
};

/** What goes on now, for the statuses in which there is nothing to choose. */
const Now = ({ visit }: { visit: Mine }) => {
  const t = useWords(appointmentWords);
  const texts = {
    travelling: t("under_way"),
    arrived: t("working"),
    in_progress: t("working"),
    completed: t("completed"),
    partial: t("partial"),
  } as const;
  const text = texts[visit.status as keyof typeof texts];
  return text ? <p className={styles.taken}>{text}</p> : null;
};

const Facts = ({ visit }: { visit: Mine }) => {
  const t = useWords(appointmentWords);
  const names = useVisitNames();
  const { longDay } = useFormats();
  const duration = useDuration();
  if (!visit.on || !visit.part) return null;
  const [from = "", until = ""] = windows[visit.part];
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t("when")}</dt>
        <dd className={styles.main}>
          {longDay(visit.on)}, {names("part", visit.part)}
        </dd>
        <dd className={styles.soft}>{t("window", { from, until })}</dd>
      </div>
      {visit.crew.length > 0 && (
        <div>
          <dt>{t("who")}</dt>
          <dd>{t("crew", { names: namesOf(visit.crew, document.documentElement.lang) })}</dd>
        </div>
      )}
      <div>
        <dt>{t("howLong")}</dt>
        <dd>{t("about", { duration: duration(visit.minutes) })}</dd>
      </div>
    </dl>
  );
};

const calendarLink = (file: string) => `data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`;

/** One appointment: when, who, how long, and what its customer may still change. */
export const Appointment = ({ visit, onReschedule }: { visit: Mine; onReschedule: () => void }) => {
  const t = useWords(appointmentWords);
  const [isDropping, setDropping] = useState(false);
  return (
    <>
      <Now visit={visit} />
      {visit.canChange && <EarlierOffers visitId={visit.id} />}
      <Facts visit={visit} />
      <div className={styles.buttons}>
        {visit.calendarFile && visit.status === "scheduled" && (
          <Button
            component="a"
            size="lg"
            variant="default"
            href={calendarLink(visit.calendarFile)}
            download={`${visit.number}.ics`}
            leftSection={<IconCalendarPlus size={20} aria-hidden="true" />}
          >
            {t("calendar")}
          </Button>
        )}
        {visit.canChange && (
          <>
            <Button size="lg" variant="default" onClick={onReschedule}>
              {t("reschedule")}
            </Button>
            <Button size="lg" variant="subtle" onClick={() => setDropping(true)}>
              {t("drop")}
            </Button>
          </>
        )}
        {visit.isMine && visit.status === "scheduled" && !visit.canChange && (
          <p className={styles.soft}>{t("tooLate", { hours: visit.changeUntilHours })}</p>
        )}
      </div>
      {visit.canChange && <Earlier visitId={visit.id} />}
      {isDropping && <DropDialog visitId={visit.id} onClose={() => setDropping(false)} />}
    </>
  );
};
