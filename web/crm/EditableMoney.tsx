import { centsOf, typedOf } from "../catalog/cents.ts";
import { Money } from "../ui/Money.tsx";
import { toast } from "../ui/toasts.ts";
import { useFormats } from "../words/format.ts";
import { useWords, words } from "../words/words.ts";
import { EditableText } from "./EditableText.tsx";

const moneyWords = words({
  nl: { bad: "Dit is geen bedrag; het lijkt op 749,50" },
  en: { bad: "This is not an amount; it looks like 749.50" },
});

interface EditableMoneyProps {
  label: string;
  cents: number | null;
  mayChange: boolean;
  /** What it says when there is no amount. */
  none?: string;
  onSave: (cents: number | null) => void;
}

/** An amount of a record, changed where it stands; left empty it is none, where that may be. */
export const EditableMoney = ({ label, cents, mayChange, none, onSave }: EditableMoneyProps) => {
  const t = useWords(moneyWords);
  const { separators } = useFormats();
  return (
    <EditableText
      label={label}
      value={cents === null ? null : typedOf(cents, separators.decimalSeparator)}
      shown={cents === null ? none : <Money cents={cents} />}
      mayChange={mayChange}
      onSave={(typed) => {
        if (typed === null && none !== undefined) return onSave(null);
        const next = centsOf(typed ?? "");
        if (next === undefined) toast({ tone: "warning", message: t("bad") });
        else onSave(next);
      }}
    />
  );
};
