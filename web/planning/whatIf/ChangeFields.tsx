import { MultiSelect, NumberInput, Select } from "@mantine/core";
import { certificateKinds, MechanicLevel, planning, specialisations } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { meansWords } from "../means/words.ts";
import { useVisitNames } from "../visitNames.ts";
import { asksFor, type ChangeKind, type Given } from "./changes.ts";
import { whatIfWords } from "./words.ts";

interface FieldsProps {
  kind: ChangeKind;
  given: Given;
  give: (some: Partial<Given>) => void;
}

/** Vans, people or depots to choose from. */
export const options = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

const LevelField = ({ given, give }: Omit<FieldsProps, "kind">) => {
  const t = useWords(whatIfWords);
  const m = useWords(meansWords);
  return (
    <Select
      label={t("level")}
      allowDeselect={false}
      value={given.level}
      onChange={(level) => level && give({ level: MechanicLevel.parse(level) })}
      data={MechanicLevel.options.map((value) => ({ value, label: m(`levels.${value}`) }))}
    />
  );
};

/** Which van, who, or how many: what only this kind of change asks. */
export const OwnField = ({ kind, given, give }: FieldsProps) => {
  const t = useWords(whatIfWords);
  const vans = useQuery(planning.vans, {}).data?.rows ?? [];
  const people = useQuery(planning.mechanics, {}).data?.rows ?? [];
  if (kind === "hire") return <LevelField given={given} give={give} />;
  if (kind === "lose_van")
    return (
      <Select
        label={t("van")}
        searchable
        value={given.vanId}
        onChange={(vanId) => give({ vanId })}
        data={options(vans)}
      />
    );
  if (kind === "away")
    return (
      <Select
        label={t("person")}
        searchable
        value={given.mechanicId}
        onChange={(mechanicId) => give({ mechanicId })}
        data={options(people)}
      />
    );
  if (kind === "open_saturday")
    return (
      <NumberInput
        label={t("crews")}
        min={1}
        max={100}
        value={given.crews}
        onChange={(value) => give({ crews: Number(value) || 1 })}
      />
    );
  if (kind !== "longer") return null;
  return (
    <NumberInput
      label={t("minutes")}
      min={15}
      max={180}
      step={15}
      value={given.minutes}
      onChange={(value) => give({ minutes: Number(value) || 15 })}
    />
  );
};

/** What somebody can do, and on which days or from which day on. */
export const SkillsAndDays = ({ kind, given, give, week }: FieldsProps & { week: readonly string[] }) => {
  const t = useWords(whatIfWords);
  const names = useVisitNames();
  const { day } = useFormats();
  const people = useQuery(planning.mechanics, {}).data?.rows ?? [];
  // Also what nobody has noted: it may come with a certificate, or be what is missing.
  const skills = [...certificateKinds, ...specialisations, ...people.flatMap((person) => person.skills)];
  const days = week.map((on) => ({ value: on, label: day(on) }));
  return (
    <>
      {asksFor(kind, "skills") && (
        <MultiSelect
          label={t("skills")}
          value={given.skills}
          onChange={(value) => give({ skills: value })}
          data={[...new Set(skills)].map((skill) => ({ value: skill, label: names("skill", skill) }))}
        />
      )}
      {asksFor(kind, "days") && (
        <MultiSelect
          label={t("days")}
          value={given.days.filter((on) => week.includes(on))}
          onChange={(value) => give({ days: value })}
          data={days}
        />
      )}
      {kind === "hire" && (
        <Select
          label={t("from")}
          description={t("hireText")}
          allowDeselect={false}
          value={given.from}
          onChange={(from) => from && give({ from })}
          data={days}
        />
      )}
    </>
  );
};
