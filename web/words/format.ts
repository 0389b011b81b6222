import { type Language, useLanguage } from "./language.ts";

const locales = { nl: "nl-NL", en: "en-GB" } as const;
const timeZone = "Europe/Amsterdam";
const cache = new Map<string, unknown>();

const cached = <T>(key: string, make: () => T): T => {
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
};

const numbers = (language: Language, options: Intl.NumberFormatOptions) =>
  cached(`n${language}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locales[language], options));

const dates = (language: Language, options: Intl.DateTimeFormatOptions) =>
  cached(
    `d${language}${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locales[language], { timeZone, ...options }),
  );

const relative = (language: Language) =>
  cached(
    `r${language}`,
    () => new Intl.RelativeTimeFormat(locales[language], { numeric: "auto", style: "short" }),
  );

/** A day such as `2026-11-24` stands for noon in UTC, the same day everywhere in Europe. */
const instantOf = (value: string | Date) =>
  value instanceof Date ? value : new Date(value.length === 10 ? `${value}T12:00:00Z` : value);

const yearOf = (value: Date) => dates("en", { year: "numeric" }).format(value);
const otherYear = (value: Date, now: Date) =>
  yearOf(value) === yearOf(now) ? {} : { year: "numeric" as const };

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How the house writes money, numbers, days and times in one language. */
export const formatsOf = (language: Language) => ({
  /** `€ 1.299,00` from whole cents. */
  money: (cents: number, currency = "EUR") =>
    numbers(language, { style: "currency", currency }).format(cents / 100),
  /** What stands between euros and cents, and between thousands, where somebody types. */
  separators:
    language === "nl"
      ? ({ decimalSeparator: ",", thousandSeparator: "." } as const)
      : ({ decimalSeparator: ".", thousandSeparator: "," } as const),
  /** `1.299` */
  number: (value: number, maximumFractionDigits = 3) =>
    numbers(language, { maximumFractionDigits }).format(value),
  /** `21%` from basis points. */
  percent: (basisPoints: number) =>
    numbers(language, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000),
  /** `2,4 MB`, `310 kB` from bytes. */
  fileSize: (bytes: number) => {
    const [unit, size] =
      bytes >= 1_000_000 ? (["megabyte", 1_000_000] as const) : (["kilobyte", 1000] as const);
    const maximumFractionDigits = unit === "megabyte" ? 1 : 0;
    return numbers(language, { style: "unit", unit, maximumFractionDigits }).format(
      Math.max(bytes / size, unit === "kilobyte" ? 1 : 0),
    );
  },
  /** `di 24 nov`, with the year when it is another one. */
  day: (value: string | Date, now = new Date()) => {
    const at = instantOf(value);
    return dates(language, {
      weekday: "short",
      day: "numeric",
      month: "short",
      ...otherYear(at, now),
    }).format(at);
  },
  /** `dinsdag 24 november`, with the year when it is another one. */
  longDay: (value: string | Date, now = new Date()) => {
    const at = instantOf(value);
    return dates(language, { weekday: "long", day: "numeric", month: "long", ...otherYear(at, now) }).format(
      at,
    );
  },
  /** `08:30` */
  time: (value: string | Date) =>
    dates(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instantOf(value)),
  /** `di 24 nov 08:30` */
  moment(value: string | Date, now = new Date()) {
    return `${formatsOf(language).day(value, now)} ${formatsOf(language).time(value)}`;
  },
  /** `3 uur geleden`, `over 2 dagen`; under a minute `nu`. */
  ago: (value: string | Date, now = new Date()) => {
    const away = instantOf(value).getTime() - now.getTime();
    const [unit, length] = steps.find(([, size]) => Math.abs(away) >= size) ?? [
      "second",
      Number.POSITIVE_INFINITY,
    ];
    return relative(language).format(Math.trunc(away / length) || 0, unit);
  },
  /** Today's date where the work happens, `2026-11-24`. */
  today: (now = new Date()) =>
    cached("today", () => new Intl.DateTimeFormat("sv-SE", { timeZone })).format(now),
});

export type Formats = ReturnType<typeof formatsOf>;

/** How the house writes money, numbers, days and times in the language of the screen. */
export const useFormats = (): Formats => {
  const language = useLanguage();
  return cached(`formats${language}`, () => formatsOf(language));
};
