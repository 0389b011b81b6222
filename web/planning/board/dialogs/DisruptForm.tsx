import { Button, NumberInput, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type Disruption, expectedFrom, type PlanVisit, planning } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { useFieldCheck } from "../../../ui/useFieldCheck.ts";
import { useNow } from "../../../ui/useNow.ts";
import { useFormats } from "../../../words/format.ts";
import { useWords } from "../../../words/words.ts";
import { usePlaceText } from "../side/usePlaceText.ts";
import { useBoardValue, useMarks } from "../store/useBoard.ts";
import { clockOf } from "../timeline/useVisitText.ts";
import { dialogWords } from "../words/dialogs.ts";
import styles from "./dialogs.module.css";

const kinds = ["ill", "van_broken", "overrun", "no_show", "emergency"] as const;
type Kind = (typeof kinds)[number];

interface Facts {
  who: string | null;
  from: string;
  until: string;
  minutes: number;
}

const disruptionOf = (kind: Kind, { who, from, until, minutes }: Facts): Disruption | undefined => {
  if (!who) return undefined;
  switch (kind) {
    case "ill":
      return { kind, mechanicId: who, from, until };
    case "van_broken":
      return { kind, vanId: who, from, until };
    case "overrun":
      return { kind, visitId: who, minutes };
    case "no_show":
      return { kind, visitId: who };
    case "emergency":
      return { kind, visitId: who, on: from };
  }
};

/** Everybody or everything it can be about. */
const useSubjects = (kind: Kind) => {
  const t = useWords(dialogWords);
  const placeText = usePlaceText();
  const { today, time } = useFormats();
  const at = useNow();
  const now = `${today(at)} ${time(at)}`;
  const people = useQuery(planning.mechanics, {}, { when: kind === "ill", fresh: 60_000 });
  const vans = useQuery(planning.vans, {}, { when: kind === "van_broken", fresh: 60_000 });
  const visits = useBoardValue((state) => state.visits);
  if (kind === "ill") return (people.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (kind === "van_broken")
    return (vans.data?.rows ?? []).map(({ id, name, plate }) => ({ value: id, label: `${name} (${plate})` }));
  return [...visits.values()]
    .filter(({ inForce, isLocked }) => {
      if (kind === "emergency") return inForce === null;
      if (inForce === null) return false;
      // Nobody was away before the appointment; whoever is on the way or there already calls the job off on the phone.
      return kind !== "no_show" || (momentOf(inForce.on, expectedFrom(inForce)) <= now && !isLocked);
    })
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))
    .map(({ id, customerName, number, inForce, place }) => ({
      value: id,
      // Customers share names: day and crew, or the town, tell which visit it is.
      label: t("disrupt.visitAt", {
        customer: customerName,
        number,
        place: inForce ? placeText(inForce) : (place ?? ""),
      }),
    }));
};

/** A moment as a text that can be compared with others. */
const momentOf = (on: string, minute: number) => `${on} ${clockOf(minute)}`;

/** What puts visits in the order of their times; those without one as they are. */
const orderOf = ({ inForce }: PlanVisit) => (inForce ? momentOf(inForce.on, inForce.start) : "");

/** The keys come back to the form when it comes back: refused, or after ways out that nobody took. */
const useKeysInForm = (isAsking: boolean) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isAsking || document.activeElement !== document.body) return;
    form.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, [isAsking]);
  return form;
};

interface DisruptFormProps {
  /** It is being worked out, and the form is out of sight. */
  isAsking: boolean;
  onSubmit: (what: Disruption) => void;
}

/** What happened, to whom and when. */
export const DisruptForm = ({ isAsking, onSubmit }: DisruptFormProps) => {
  const t = useWords(dialogWords);
  const { today } = useFormats();
  const focusId = useMarks((marks) => marks.focusId);
  const plan = useBoardValue((state) => state.plan);
  const start = plan.from > today() ? plan.from : today();
  const [kind, setKind] = useState<Kind>("ill");
  const [facts, setFacts] = useState<Facts>({ who: null, from: start, until: start, minutes: 60 });
  const subjects = useSubjects(kind);
  const { checked, field } = useFieldCheck();
  const set = (change: Partial<Facts>) => setFacts((was) => ({ ...was, ...change }));
  const what = disruptionOf(kind, facts);
  const hasDays = kind === "ill" || kind === "van_broken";
  const subject = { ill: "person", van_broken: "van" } as const;
  const pick = (value: string) => {
    const next = value as Kind;
    setKind(next);
    const isVisit = next !== "ill" && next !== "van_broken";
    set({ who: isVisit && focusId ? focusId : null });
  };
  return (
    <form
      ref={useKeysInForm(isAsking)}
      className={styles.form}
      noValidate
      onSubmit={checked(() => {
        if (what) onSubmit(what);
      })}
    >
      <Radio.Group label={t("disrupt.what")} value={kind} onChange={pick}>
        <Stack gap={8} mt={8}>
          {kinds.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`disrupt.${value}`)}
              data-autofocus={value === kind || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label={t(`disrupt.${subject[kind as "ill"] ?? "visit"}`)}
        searchable
        required
        nothingFoundMessage={t(kind === "no_show" ? "disrupt.noneYet" : "disrupt.noneFound")}
        data={subjects}
        value={subjects.some(({ value }) => value === facts.who) ? facts.who : null}
        onChange={(who) => set({ who })}
        {...field("who")}
      />
      <div className={styles.row}>
        {(hasDays || kind === "emergency") && (
          <TextInput
            type="date"
            required
            withAsterisk={false}
            label={t(hasDays ? "disrupt.from" : "disrupt.on")}
            min={hasDays ? undefined : today()}
            value={facts.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
            {...field("from")}
          />
        )}
        {hasDays && (
          <TextInput
            type="date"
            required
            withAsterisk={false}
            label={t("disrupt.until")}
            min={facts.from}
            value={facts.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
            {...field("until")}
          />
        )}
        {kind === "overrun" && (
          <NumberInput
            label={t("disrupt.minutes")}
            min={5}
            max={600}
            step={15}
            value={facts.minutes}
            onChange={(value) => set({ minutes: Number(value) || 5 })}
          />
        )}
      </div>
      <Button type="submit">{t("disrupt.submit")}</Button>
    </form>
  );
};
