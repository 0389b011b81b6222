import { Select } from "@mantine/core";
import { useMemo } from "react";
import { planning, type VisitWishes } from "#planning/contract";
import { useQuery } from "../../../api/queries.ts";
import { useWords } from "../../../words/words.ts";
import styles from "../dialogs/dialogs.module.css";
import { useBoardValue } from "../store/useBoard.ts";
import { wishWords } from "../words/wishes.ts";

interface WhoFieldsProps {
  wishes: Pick<VisitWishes, "preferredCrewName" | "preferredMechanicId">;
  onChange: (part: Partial<VisitWishes>) => void;
}

/** Whom the customer knows: a crew by its name, a mechanic in person. */
export const WhoFields = ({
  wishes: { preferredCrewName, preferredMechanicId },
  onChange,
}: WhoFieldsProps) => {
  const t = useWords(wishWords);
  const days = useBoardValue((state) => state.days);
  const mechanics = useQuery(planning.mechanics, {}, { fresh: 60_000 });
  const crews = useMemo(() => {
    const names = new Set([...days.values()].map(({ name }) => name));
    if (preferredCrewName) names.add(preferredCrewName);
    return [...names].toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  }, [days, preferredCrewName]);
  return (
    <div className={styles.row}>
      <Select
        label={t("crew")}
        placeholder={t("nobody")}
        clearable
        searchable
        data={crews}
        value={preferredCrewName}
        onChange={(value) => onChange({ preferredCrewName: value })}
      />
      <Select
        label={t("mechanic")}
        placeholder={t("nobody")}
        clearable
        searchable
        data={(mechanics.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={preferredMechanicId}
        onChange={(value) => onChange({ preferredMechanicId: value })}
      />
    </div>
  );
};
