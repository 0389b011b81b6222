import { Select } from "@mantine/core";
import type { VisitWishesView } from "#planning/contract";
import { useWords } from "../../../words/words.ts";
import { useVisitNames } from "../../visitNames.ts";
import styles from "../dialogs/dialogs.module.css";
import { wishWords } from "../words/wishes.ts";

const kinds = ["after", "together"] as const;
type Link = VisitWishesView["link"];

interface LinkFieldsProps {
  link: Link;
  others: VisitWishesView["others"];
  error: string | undefined;
  onChange: (link: Link) => void;
}

/** The visit of the same order it comes after or goes with; an order with one visit has nothing to choose. */
export const LinkFields = ({ link, others, error, onChange }: LinkFieldsProps) => {
  const t = useWords(wishWords);
  const names = useVisitNames();
  if (others.length === 0 && !link) return null;
  return (
    <div className={styles.row}>
      <Select
        label={t("link")}
        placeholder={t("noLink")}
        clearable
        error={error}
        data={others.map(({ id, number, kind }) => ({
          value: id,
          label: t("other", { kind: names("kind", kind), number }),
        }))}
        value={link?.visitId ?? null}
        onChange={(visitId) => onChange(visitId ? { visitId, kind: link?.kind ?? "after" } : null)}
      />
      {link && (
        <Select
          label={t("linkKind")}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(value) }))}
          value={link.kind}
          onChange={(value) => onChange({ ...link, kind: value as (typeof kinds)[number] })}
        />
      )}
    </div>
  );
};
