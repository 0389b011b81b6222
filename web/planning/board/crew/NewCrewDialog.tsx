import { Button, Modal, MultiSelect, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { planning } from "#planning/contract";
import { newId } from "../../../api/newId.ts";
import { useAction } from "../../../api/useAction.ts";
import { tellDone } from "../../../ui/tell.ts";
import { useFieldCheck } from "../../../ui/useFieldCheck.ts";
import { useFormats } from "../../../words/format.ts";
import { useLanguage } from "../../../words/language.ts";
import { sentenceOf } from "../../../words/problems.ts";
import { useWords } from "../../../words/words.ts";
import { daysBetween } from "../store/derived.ts";
import { useBoard, useBoardValue } from "../store/useBoard.ts";
import { boardCrewWords } from "../words/crews.ts";
import styles from "./crew.module.css";
import { useCrewsOn, useFreePeople, useFreeVans } from "./useFree.ts";

interface Facts {
  on: string;
  name: string;
  vanId: string | null;
  mechanicIds: string[];
  startsAt: string;
  endsAt: string;
}

/** Makes the crew in the draft; a refusal stays in the form. */
const useMakeCrew = (onClose: () => void) => {
  const t = useWords(boardCrewWords);
  const { day } = useFormats();
  const { store, moves } = useBoard();
  return useAction(planning.changePlanCrews, {
    onDone: (change, { move }) => {
      store.settle(change);
      if (move.kind === "new") tellDone(t("isNew", { crew: move.name, day: day(move.on) }), moves.undo);
      onClose();
    },
    onProblem: () => undefined,
  });
};

/** What is not right yet, by field. */
const useMistakes = ({ on, name, vanId, startsAt, endsAt }: Facts, wasTried: boolean) => {
  const t = useWords(boardCrewWords);
  const isTaken = useCrewsOn(on).some((crew) => crew.name === name.trim());
  const freeVans = useFreeVans(on);
  return {
    name: isTaken ? t("nameGone") : wasTried && name.trim() === "" ? t("noName") : undefined,
    van: freeVans?.length === 0 ? t("noFreeVan") : wasTried && !vanId ? t("noVan") : undefined,
    ends: endsAt <= startsAt ? t("endsEarly") : undefined,
  };
};

const optionsOf = (rows: readonly { id: string; name: string }[] | undefined) =>
  (rows ?? []).map(({ id: value, name: label }) => ({ value, label }));

/** A crew that this plan is to have besides those that are there. */
export const NewCrewDialog = ({ on, onClose }: { on: string; onClose: () => void }) => {
  const t = useWords(boardCrewWords);
  const { longDay } = useFormats();
  const language = useLanguage();
  const plan = useBoardValue((state) => state.plan);
  const [facts, setFacts] = useState<Facts>({
    on,
    name: "",
    vanId: null,
    mechanicIds: [],
    startsAt: "07:30",
    endsAt: "17:00",
  });
  const [wasTried, setTried] = useState(false);
  const set = (change: Partial<Facts>) => setFacts((was) => ({ ...was, ...change }));
  const make = useMakeCrew(onClose);
  const mistakes = useMistakes(facts, wasTried);
  const people = optionsOf(useFreePeople(facts.on));
  const vans = optionsOf(useFreeVans(facts.on));
  const { checked, field } = useFieldCheck();
  const submit = () => {
    const { vanId, name, ...rest } = facts;
    if (!vanId || name.trim() === "" || Object.values(mistakes).some(Boolean)) return;
    make.run({
      planId: plan.id,
      move: { kind: "new", crewId: newId(), name: name.trim(), vanId, ...rest },
    });
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    setTried(true);
    checked(submit)(event);
  };
  return (
    <Modal opened onClose={onClose} title={t("make")} size="lg" lockScroll={false}>
      <form className={styles.form} onSubmit={send} noValidate>
        <p className={styles.soft}>{t("makeText")}</p>
        <div className={styles.row}>
          <Select
            label={t("makeDay")}
            allowDeselect={false}
            data={daysBetween(plan.from, plan.until).map((value) => ({ value, label: longDay(value) }))}
            value={facts.on}
            onChange={(value) => value && set({ on: value, vanId: null, mechanicIds: [] })}
          />
          <TextInput
            label={t("name")}
            required
            maxLength={40}
            data-autofocus
            error={mistakes.name}
            value={facts.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </div>
        <Select
          label={t("whichVan")}
          required
          searchable
          error={mistakes.van}
          data={vans}
          value={facts.vanId}
          onChange={(vanId) => set({ vanId })}
        />
        <MultiSelect
          label={t("people")}
          description={t("peopleText")}
          searchable
          maxValues={3}
          data={people}
          value={facts.mechanicIds}
          onChange={(mechanicIds) => set({ mechanicIds })}
        />
        <div className={styles.row}>
          <TextInput
            type="time"
            label={t("starts")}
            required
            withAsterisk={false}
            value={facts.startsAt}
            onChange={(event) => set({ startsAt: event.currentTarget.value })}
            {...field("startsAt")}
          />
          <TextInput
            type="time"
            label={t("ends")}
            required
            withAsterisk={false}
            value={facts.endsAt}
            onChange={(event) => set({ endsAt: event.currentTarget.value })}
            {...field("endsAt")}
            error={field("endsAt").error ?? mistakes.ends}
          />
        </div>
        {make.problem && (
          <p role="alert" className={styles.problem}>
            {sentenceOf(make.problem, language)}
          </p>
        )}
        <Button type="submit" loading={make.isRunning}>
          {t("make")}
        </Button>
      </form>
    </Modal>
  );
};
