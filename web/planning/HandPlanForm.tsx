import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Breach, planning, type VisitView } from "#planning/contract";
import type { Problem } from "#platform/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { tellDone, tellProblem } from "../ui/tell.ts";
import { useFieldCheck } from "../ui/useFieldCheck.ts";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import styles from "./dialogs.module.css";
import { useVisitNames } from "./visitNames.ts";
import { plusDays } from "./weekDays.ts";
import { moveWords } from "./words.ts";

const Breaches = ({ breaches }: { breaches: readonly Breach[] }) => {
  const t = useWords(moveWords);
  const names = useVisitNames();
  const detailOf = ({ kind, detail }: Breach) =>
    kind === "skills"
      ? detail
          .split(", ")
          .map((skill) => names("skill", skill))
          .join(", ")
      : detail;
  return (
    <div className={styles.breaches} role="alert">
      {t("breaches")}
      <ul>
        {breaches.map((breach) => (
          <li key={breach.kind}>{t(breach.kind, { detail: detailOf(breach) })}</li>
        ))}
      </ul>
    </div>
  );
};

/** Crew and time chosen by a planner; what is not right is shown first and done only on purpose. */
export const HandPlanForm = ({ visit, onClose }: { visit: VisitView; onClose: () => void }) => {
  const t = useWords(moveWords);
  const { today, day: dayText, time } = useFormats();
  const [day, setDay] = useState(visit.on ?? plusDays(today(), 1));
  const [crewId, setCrewId] = useState<string | null>(visit.crewId);
  const [startsAt, setStartsAt] = useState(visit.plannedStart ? time(visit.plannedStart) : "08:30");
  const [reason, setReason] = useState("");
  const [breaches, setBreaches] = useState<Breach[]>([]);
  const { data } = useQuery(planning.week, { from: day, until: day }, { when: day.length === 10 });
  const crews = (data?.crews ?? []).filter(({ on }) => on === day);
  const chosen = crews.find(({ id }) => id === crewId) ?? crews[0];
  const onProblem = (problem: Problem) => {
    if (problem.type === "planning/plan-has-breaches") setBreaches(problem.facts.breaches as Breach[]);
    else tellProblem(problem);
  };
  const plan = useAction(planning.planVisit, {
    onProblem,
    onDone: () => {
      tellDone(t("scheduled", { day: dayText(day) }));
      onClose();
    },
  });
  const { checked, field } = useFieldCheck();
  const submit = () => {
    if (!chosen) return;
    const despite = breaches.length > 0;
    plan.run({ visitId: visit.id, crewId: chosen.id, startsAt, despite, ...(reason ? { reason } : {}) });
  };
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setBreaches([]);
      set(value);
    };
  const options = crews.map(({ id, name, members }) => ({
    value: id,
    label: `${name} (${members.map(({ firstName }) => firstName).join(", ")})`,
  }));
  return (
    <form className={styles.form} onSubmit={checked(submit)} noValidate>
      <div className={styles.row}>
        <TextInput
          type="date"
          label={t("day")}
          required
          withAsterisk={false}
          value={day}
          min={today()}
          onChange={(event) => changing(setDay)(event.currentTarget.value)}
          {...field("day")}
        />
        <Select
          label={t("crew")}
          data={options}
          value={chosen?.id ?? null}
          allowDeselect={false}
          onChange={changing(setCrewId)}
        />
        <TextInput
          type="time"
          label={t("startsAt")}
          required
          withAsterisk={false}
          value={startsAt}
          onChange={(event) => changing(setStartsAt)(event.currentTarget.value)}
          {...field("startsAt")}
        />
      </div>
      <TextInput
        label={t("reason")}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {breaches.length > 0 && <Breaches breaches={breaches} />}
      <Button type="submit" loading={plan.isRunning} disabled={!chosen}>
        {breaches.length > 0 ? t("despite") : t("submit")}
      </Button>
    </form>
  );
};
