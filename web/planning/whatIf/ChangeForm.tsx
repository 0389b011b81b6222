import { Button, MultiSelect, NumberInput, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { planning, type WhatIfChange } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { useVisitNames } from "../visitNames.ts";
import { workDays } from "../weekDays.ts";
import { whatIfWords } from "./words.ts";

const kinds = ["add_crew", "open_saturday", "lose_van", "away", "longer"] as const;
type Kind = (typeof kinds)[number];

interface Given {
  depotId: string | null;
  skills: string[];
  days: string[];
  vanId: string | null;
  mechanicId: string | null;
  crews: number;
  minutes: number;
}

/** The change that was filled in; nothing while something is missing. */
const changeOf = (kind: Kind, given: Given): WhatIfChange | null => {
  const { depotId, skills, days, vanId, mechanicId, crews, minutes } = given;
  if (kind === "open_saturday") return { kind, crews };
  if (kind === "longer") return { kind, minutes };
  if (days.length === 0) return null;
  if (kind === "add_crew") return depotId ? { kind, depotId, skills, days } : null;
  if (kind === "lose_van") return vanId ? { kind, vanId, days } : null;
  return mechanicId ? { kind, mechanicId, days } : null;
};

interface ChangeFormProps {
  monday: string;
  onAdd: (change: WhatIfChange) => void;
}

/** One thing that is different in the week. */
export const ChangeForm = ({ monday, onAdd }: ChangeFormProps) => {
  const t = useWords(whatIfWords);
  const names = useVisitNames();
  const { day } = useFormats();
  const depots = useQuery(planning.depots, {}).data?.rows ?? [];
  const vans = useQuery(planning.vans, {}).data?.rows ?? [];
  const people = useQuery(planning.mechanics, {}).data?.rows ?? [];
  const [kind, setKind] = useState<Kind>("add_crew");
  const week = workDays(monday);
  const [given, setGiven] = useState<Given>({
    depotId: null,
    skills: ["vehicle_charging_installation"],
    days: week.slice(0, 5),
    vanId: null,
    mechanicId: null,
    crews: 2,
    minutes: 60,
  });
  const give = (some: Partial<Given>) => setGiven((was) => ({ ...was, ...some }));
  const change = changeOf(kind, { ...given, depotId: given.depotId ?? depots[0]?.id ?? null });
  const skills = [...new Set(people.flatMap((person) => person.skills))].toSorted();
  const options = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Select
          label={t("kind")}
          allowDeselect={false}
          value={kind}
          onChange={(value) => setKind((value ?? kind) as Kind)}
          data={kinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        />
        {kind === "add_crew" && (
          <Select
            label={t("depot")}
            allowDeselect={false}
            value={given.depotId ?? depots[0]?.id ?? null}
            onChange={(depotId) => give({ depotId })}
            data={options(depots)}
          />
        )}
        {kind === "lose_van" && (
          <Select
            label={t("van")}
            searchable
            value={given.vanId}
            onChange={(vanId) => give({ vanId })}
            data={options(vans)}
          />
        )}
        {kind === "away" && (
          <Select
            label={t("person")}
            searchable
            value={given.mechanicId}
            onChange={(mechanicId) => give({ mechanicId })}
            data={options(people)}
          />
        )}
        {kind === "open_saturday" && (
          <NumberInput
            label={t("crews")}
            min={1}
            max={100}
            value={given.crews}
            onChange={(value) => give({ crews: Number(value) || 1 })}
          />
        )}
        {kind === "longer" && (
          <NumberInput
            label={t("minutes")}
            min={15}
            max={180}
            step={15}
            value={given.minutes}
            onChange={(value) => give({ minutes: Number(value) || 15 })}
          />
        )}
      </div>
      {kind === "add_crew" && (
        <MultiSelect
          label={t("skills")}
          value={given.skills}
          onChange={(value) => give({ skills: value })}
          data={skills.map((skill) => ({ value: skill, label: names("skill", skill) }))}
        />
      )}
      {(kind === "add_crew" || kind === "lose_van" || kind === "away") && (
        <MultiSelect
          label={t("days")}
          value={given.days.filter((on) => week.includes(on))}
          onChange={(days) => give({ days })}
          data={week.map((on) => ({ value: on, label: day(on) }))}
        />
      )}
      <Button
        variant="default"
        style={{ justifySelf: "start" }}
        leftSection={<IconPlus size={16} />}
        disabled={!change}
        onClick={() => change && onAdd(change)}
      >
        {t("add")}
      </Button>
    </div>
  );
};
