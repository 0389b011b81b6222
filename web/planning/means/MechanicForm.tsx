import { Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import {
  certificateKinds,
  MechanicLevel,
  type MechanicView,
  planning,
  specialisations,
} from "#planning/contract";
import { useActionForm } from "../../api/useActionForm.ts";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import styles from "./means.module.css";
import { meansWords } from "./words.ts";

interface Home {
  postalCode: string;
  houseNumber: string;
  street?: string;
  addition?: string;
  city?: string;
}

const homeOf = ({ home }: MechanicView): Home => ({
  postalCode: home.postalCode ?? "",
  houseNumber: home.houseNumber === null ? "" : String(home.houseNumber),
  ...(home.street ? { street: home.street } : {}),
  ...(home.addition ? { addition: home.addition } : {}),
  ...(home.city ? { city: home.city } : {}),
});

/** With another postcode street and town are others too; with another number only the addition is. */
const moved = (home: Home | null, change: Partial<Home>): Home => {
  const { postalCode = "", houseNumber = "", street, city } = home ?? {};
  const kept = change.postalCode === undefined ? { ...(street && { street }), ...(city && { city }) } : {};
  return { postalCode, houseNumber, ...kept, ...change };
};

/** Who somebody is: level, skills, home and how long employed. */
export const MechanicForm = ({ mechanic, mayPlan }: { mechanic: MechanicView; mayPlan: boolean }) => {
  const t = useWords(meansWords);
  const names = useVisitNames();
  const form = useActionForm(
    planning.changeMechanic,
    {
      name: mechanic.name,
      firstName: mechanic.firstName,
      level: mechanic.level as MechanicLevel,
      skills: mechanic.skills,
      home: mechanic.home.postalCode ? homeOf(mechanic) : null,
      startsAtHome: mechanic.startsAtHome,
      activeFrom: mechanic.activeFrom,
      activeUntil: mechanic.activeUntil,
    },
    { fixed: { mechanicId: mechanic.id }, onlyChanges: true, onDone: () => tellDone(t("saved")) },
  );
  const home = form.values.home as Home | null;
  const setHome = (change: Partial<Home>) => {
    const next = moved(home, change);
    form.setFieldValue("home", (next.postalCode ? next : null) as never);
  };
  const skills = [...new Set([...certificateKinds, ...specialisations, ...mechanic.skills])];
  const dayField = (name: "activeFrom" | "activeUntil") => (
    <TextInput
      type="date"
      label={t(name)}
      {...form.field(name)}
      value={form.values[name] ?? ""}
      onChange={(event) => form.setFieldValue(name, (event.currentTarget.value || null) as never)}
    />
  );
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <div className={styles.row}>
        <TextInput label={t("name")} {...form.field("name")} />
        <TextInput label={t("firstName")} {...form.field("firstName")} />
        <Select
          label={t("level")}
          allowDeselect={false}
          data={MechanicLevel.options.map((value) => ({ value, label: t(`levels.${value}`) }))}
          {...form.field("level")}
        />
      </div>
      <MultiSelect
        label={t("skills")}
        data={skills.map((value) => ({ value, label: names("skill", value) }))}
        value={form.values.skills}
        onChange={(value) => form.setFieldValue("skills", value as never)}
      />
      <div className={styles.row}>
        <TextInput
          label={t("postalCode")}
          value={home?.postalCode ?? ""}
          error={form.errors["home.postalCode"]}
          onChange={(event) => setHome({ postalCode: event.currentTarget.value })}
        />
        <TextInput
          label={t("houseNumber")}
          value={home?.houseNumber ?? ""}
          onChange={(event) => setHome({ houseNumber: event.currentTarget.value })}
        />
        {dayField("activeFrom")}
        {dayField("activeUntil")}
      </div>
      <Checkbox
        label={t("startsAtHome")}
        checked={form.values.startsAtHome}
        onChange={(event) => form.setFieldValue("startsAtHome", event.currentTarget.checked as never)}
      />
      {mayPlan && (
        <Button type="submit" loading={form.isSending}>
          {t("save")}
        </Button>
      )}
    </form>
  );
};
