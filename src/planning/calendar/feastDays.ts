import type { Day } from "#platform";

export interface FeastDay {
  on: Day;
  name: string;
  /** What the day follows from each year. */
  rule: string;
  /** Whether everybody has that day off, unless the company chose otherwise. */
  isOfficial: boolean;
}

/** Days that are nobody's day off, such as Mother's Day, are left out. */
const kept = new Set(["public", "bank", "school", "optional"]);
const known = new Map<string, Promise<readonly FeastDay[]>>();

const read = async (country: string, year: number): Promise<readonly FeastDay[]> => {
  // Loaded when first asked for: its tables of all countries are large.
  const { default: Holidays } = await import("date-holidays");
  return new Holidays(country)
    .getHolidays(year)
    .filter(({ type }) => kept.has(type))
    .map(({ date, name, rule, type }) => ({
      on: date.slice(0, 10),
      name,
      rule: rule.replace(/ if .*$/, ""),
      isOfficial: type === "public",
    }));
};

/** The feast days of a year, the official ones and those some companies keep (Good Friday, 5 May). */
export const feastDaysOf = (country: string, year: number): Promise<readonly FeastDay[]> => {
  const key = `${country} ${year}`;
  const found = known.get(key) ?? read(country, year);
  known.set(key, found);
  return found;
};
