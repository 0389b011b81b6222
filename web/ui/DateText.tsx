import { useFormats } from "../words/format.ts";

export interface DateTextProps {
  /** An instant or a day; `null` shows nothing. */
  at: string | null | undefined;
  /** `day`: di 24 nov · `moment`: di 24 nov 08:30 · `time`: 08:30 · `ago`: 3 uur geleden · `long`: dinsdag 24 november. */
  as?: "day" | "moment" | "time" | "ago" | "long";
}

/** A day or a moment as people say it; the full moment shows on hover. */
export const DateText = ({ at, as = "day" }: DateTextProps) => {
  const formats = useFormats();
  if (!at) return null;
  const isDay = at.length === 10;
  const text = {
    day: () => formats.day(at),
    moment: () => (isDay ? formats.day(at) : formats.moment(at)),
    time: () => formats.time(at),
    ago: () => formats.ago(at),
    long: () => formats.longDay(at),
  }[as]();
  const full = isDay ? formats.longDay(at) : `${formats.longDay(at)} ${formats.time(at)}`;
  return (
    <time dateTime={at} title={full} className="tabular" style={{ whiteSpace: "nowrap" }}>
      {text}
    </time>
  );
};
