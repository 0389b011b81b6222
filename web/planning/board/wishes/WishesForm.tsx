import { Button, Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { type PlanVisit, planning, type VisitWishes, type VisitWishesView } from "#planning/contract";
import type { FieldProblem, Problem } from "#platform/contract";
import { useAction } from "../../../api/useAction.ts";
import { tellDone, tellProblem } from "../../../ui/tell.ts";
import { useFieldCheck } from "../../../ui/useFieldCheck.ts";
import { useWords } from "../../../words/words.ts";
import { useVisitNames } from "../../visitNames.ts";
import styles from "../dialogs/dialogs.module.css";
import { useBoardValue } from "../store/useBoard.ts";
import { wishWords } from "../words/wishes.ts";
import { HoursRows } from "./HoursRows.tsx";
import { LinkFields } from "./LinkFields.tsx";
import { WhoFields } from "./WhoFields.tsx";

const parts = ["morning", "afternoon", "full_day"] as const;
const told = ["mayWaitUntil", "hours", "twice", "link"] as const;
type Told = (typeof told)[number];

/** The fields the server refuses, by the sentence for each; whatever else goes wrong is told in the corner. */
const wrongIn = ({ facts }: Problem): Told[] => {
  const errors = (facts.errors ?? []) as FieldProblem[];
  const nameOf = ({ pointer, problem }: FieldProblem) =>
    problem === "twice" ? problem : pointer.split("/")[1];
  return told.filter((name) => errors.some((error) => nameOf(error) === name));
};

interface WishesFormProps {
  visit: PlanVisit;
  known: VisitWishesView;
  onClose: () => void;
}

/** What a visit asks of a plan, all of it at once. */
export const WishesForm = ({ visit, known, onClose }: WishesFormProps) => {
  const t = useWords(wishWords);
  const names = useVisitNames();
  const day = useBoardValue(({ plan }) => plan.from);
  const { others, ...before } = known;
  const [wishes, setWishes] = useState<VisitWishes>(before);
  const [wrong, setWrong] = useState<Told[]>([]);
  const set = (part: Partial<VisitWishes>) => setWishes((was) => ({ ...was, ...part }));
  const errorOf = (name: Told) => (wrong.includes(name) ? t(`wrong.${name}`) : undefined);
  const save = useAction(planning.setVisitWishes, {
    onProblem: (problem) => {
      const found = wrongIn(problem);
      setWrong(found);
      if (found.length === 0) tellProblem(problem);
    },
    onDone: () => {
      tellDone(t("saved", { customer: visit.customerName }));
      onClose();
    },
  });
  const { checked, field } = useFieldCheck();
  const submit = () => {
    save.run({ visitId: visit.id, ...wishes, was: before });
  };
  return (
    <form className={styles.form} onSubmit={checked(submit)} noValidate>
      <p className={styles.soft}>{t("text")}</p>
      <Checkbox
        label={t("mustDo")}
        checked={wishes.mustDo}
        onChange={(event) => set({ mustDo: event.currentTarget.checked })}
      />
      <div className={styles.row}>
        {(["mayWaitUntil", "notBefore"] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(name)}
            value={wishes[name] ?? ""}
            onChange={(event) => set({ [name]: event.currentTarget.value || null })}
            {...field(name)}
            error={field(name).error ?? (name === "mayWaitUntil" && errorOf(name))}
          />
        ))}
      </div>
      <div className={styles.row}>
        <Select
          label={t("wishedPart")}
          placeholder={t("any")}
          clearable
          data={parts.map((value) => ({ value, label: names("part", value) }))}
          value={wishes.wishedPart}
          onChange={(value) => set({ wishedPart: value as VisitWishes["wishedPart"] })}
        />
        <NumberInput
          label={t("priority")}
          placeholder={t("byOrder")}
          min={1}
          max={10}
          allowDecimal={false}
          clampBehavior="strict"
          value={wishes.priority ?? ""}
          onChange={(value) => set({ priority: Number(value) || null })}
        />
      </div>
      <WhoFields wishes={wishes} onChange={set} />
      <LinkFields
        link={wishes.link}
        others={others}
        error={errorOf("link")}
        onChange={(link) => set({ link })}
      />
      <HoursRows
        hours={wishes.hours}
        day={day}
        error={[errorOf("hours"), errorOf("twice")].filter(Boolean).join(" ")}
        fieldOf={field}
        onChange={(hours) => set({ hours })}
      />
      <Button type="submit" loading={save.isRunning}>
        {t("save")}
      </Button>
    </form>
  );
};
