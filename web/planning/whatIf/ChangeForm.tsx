import { Button, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { planning, type WhatIfChange } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useWords } from "../../words/words.ts";
import styles from "../means/means.module.css";
import { workDays } from "../weekDays.ts";
import { OwnField, options, SkillsAndDays } from "./ChangeFields.tsx";
import { asksFor, type ChangeKind, changeKinds, changeOf, type Given, missingIn } from "./changes.ts";
import { WithReason } from "./WithReason.tsx";
import { whatIfWords } from "./words.ts";

interface ChangeFormProps {
  monday: string;
  onAdd: (change: WhatIfChange) => void;
}

/** One thing that is different in the week. */
export const ChangeForm = ({ monday, onAdd }: ChangeFormProps) => {
  const t = useWords(whatIfWords);
  const depots = useQuery(planning.depots, {}).data?.rows ?? [];
  const [kind, setKind] = useState<ChangeKind>("add_crew");
  const week = workDays(monday);
  const [given, setGiven] = useState<Given>({
    depotId: null,
    skills: ["vehicle_charging_installation"],
    days: week.slice(0, 5),
    level: "senior",
    from: monday,
    vanId: null,
    mechanicId: null,
    crews: 2,
    minutes: 60,
  });
  const depotId = given.depotId ?? depots[0]?.id ?? null;
  const fields = {
    kind,
    given,
    give: (some: Partial<Given>) => setGiven((was) => ({ ...was, ...some })),
  };
  const change = changeOf(kind, { ...given, depotId });
  const missing = missingIn(kind, { ...given, depotId });
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Select
          label={t("kind")}
          allowDeselect={false}
          value={kind}
          onChange={(value) => setKind((value ?? kind) as ChangeKind)}
          data={changeKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        />
        <OwnField {...fields} />
        {asksFor(kind, "depot") && (
          <Select
            label={t("depot")}
            allowDeselect={false}
            value={depotId}
            onChange={(value) => fields.give({ depotId: value })}
            data={options(depots)}
          />
        )}
      </div>
      <SkillsAndDays {...fields} week={week} />
      <WithReason reason={missing && t(`missing.${missing}`)}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={!change}
          onClick={() => change && onAdd(change)}
        >
          {t("add")}
        </Button>
      </WithReason>
    </div>
  );
};
