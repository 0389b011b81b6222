import { useFormats } from "../words/format.ts";

/** An amount as people write it, `€ 1.299,00`; from whole cents. */
export const Money = ({ cents, currency = "EUR" }: { cents: number; currency?: string }) => {
  const { money } = useFormats();
  return (
    <span className="tabular" style={{ whiteSpace: "nowrap" }}>
      {money(cents, currency)}
    </span>
  );
};
