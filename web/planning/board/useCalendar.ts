import { planning } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { useLanguage } from "../../words/language.ts";
import { useWords } from "../../words/words.ts";
import { crewWords } from "../means/crewWords.ts";

const fresh = 300_000;

/** What the calendar says of some days: what a day is called, whether nobody works on it, and which holidays they fall in. */
export const useCalendar = (days: readonly string[]) => {
  const c = useWords(crewWords);
  const list = new Intl.ListFormat(useLanguage(), { type: "conjunction" });
  const [from, until] = [days[0] ?? "", days.at(-1) ?? ""];
  const read = { when: from !== "", fresh };
  // Around New Year days are of two years; else this is asked once.
  const first = useQuery(planning.calendar, { year: Number(from.slice(0, 4)) }, read).data;
  const last = useQuery(planning.calendar, { year: Number(until.slice(0, 4)) }, read).data;
  const feasts = [...(first?.feastDays ?? []), ...(last?.feastDays ?? [])];
  const periods = [...(first?.periods ?? []), ...(last?.periods ?? [])].filter(
    (period) => period.fromOn <= until && period.untilOn >= from,
  );
  const shutOn = (on: string) =>
    periods.find(({ kind, fromOn, untilOn }) => kind === "company_closed" && fromOn <= on && on <= untilOn);
  const holidays = Map.groupBy(
    periods.filter(({ kind }) => kind !== "company_closed"),
    ({ name }) => name,
  );
  return {
    nameOn: (on: string) => shutOn(on)?.name ?? feasts.find((feast) => feast.on === on)?.name,
    isClosed: (on: string) =>
      shutOn(on) !== undefined || feasts.some((feast) => feast.on === on && !feast.works),
    /** `Kerstvakantie`, or with the regions it is not the same for: `Zomervakantie (Noord en Midden)`. */
    holidays: [...holidays].map(([name, those]) => {
      const regions = [...new Set(those.flatMap(({ region }) => region ?? []))];
      return regions.length === 0
        ? name
        : `${name} (${list.format(regions.map((region) => c(`region.${region}`)))})`;
    }),
  };
};
