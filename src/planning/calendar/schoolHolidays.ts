import type { PeriodView } from "./views.ts";

type Region = "noord" | "midden" | "zuid";
type Row = readonly [name: string, regions: readonly (Region | null)[], fromOn: string, untilOn: string];

/** As the ministry of education set them; the autumn, spring and summer holidays differ by region. */
const rows: readonly Row[] = [
  ["Herfstvakantie", ["noord", "midden"], "2025-10-18", "2025-10-26"],
  ["Herfstvakantie", ["zuid"], "2025-10-11", "2025-10-19"],
  ["Kerstvakantie", [null], "2025-12-20", "2026-01-04"],
  ["Voorjaarsvakantie", ["noord"], "2026-02-21", "2026-03-01"],
  ["Voorjaarsvakantie", ["midden", "zuid"], "2026-02-14", "2026-02-22"],
  ["Meivakantie", [null], "2026-04-25", "2026-05-03"],
  ["Zomervakantie", ["noord"], "2026-07-04", "2026-08-16"],
  ["Zomervakantie", ["midden"], "2026-07-18", "2026-08-30"],
  ["Zomervakantie", ["zuid"], "2026-07-11", "2026-08-23"],
  ["Herfstvakantie", ["noord"], "2026-10-10", "2026-10-18"],
  ["Herfstvakantie", ["midden", "zuid"], "2026-10-17", "2026-10-25"],
  ["Kerstvakantie", [null], "2026-12-19", "2027-01-03"],
  ["Voorjaarsvakantie", ["noord", "midden"], "2027-02-20", "2027-02-28"],
  ["Voorjaarsvakantie", ["zuid"], "2027-02-13", "2027-02-21"],
  ["Meivakantie", [null], "2027-04-24", "2027-05-02"],
  ["Zomervakantie", ["noord"], "2027-07-10", "2027-08-22"],
  ["Zomervakantie", ["midden"], "2027-07-17", "2027-08-29"],
  ["Zomervakantie", ["zuid"], "2027-07-24", "2027-09-05"],
];

/** The school holidays that touch a year. */
export const schoolHolidaysIn = (year: number): PeriodView[] =>
  rows
    .filter(([, , fromOn, untilOn]) => untilOn >= `${year}-01-01` && fromOn <= `${year}-12-31`)
    .flatMap(([name, regions, fromOn, untilOn]) =>
      regions.map((region) => ({ id: null, kind: "school_holiday" as const, name, region, fromOn, untilOn })),
    );
