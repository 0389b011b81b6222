const locales = { nl: "nl-NL", en: "en-GB" } as const;
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

const cached = <T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T => {
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key) as T;
};

/** `€ 1.299,00` */
export const moneyText = (cents: number, language: "nl" | "en", currency = "EUR"): string =>
  cached(
    `money ${language} ${currency}`,
    () => new Intl.NumberFormat(locales[language], { style: "currency", currency }),
  ).format(cents / 100);

/** `24 november 2026` */
export const dayText = (day: string, language: "nl" | "en"): string =>
  cached(
    `day ${language}`,
    () => new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }),
  ).format(new Date(`${day}T00:00:00Z`));

/** `1,5` */
export const numberText = (value: number, language: "nl" | "en"): string =>
  cached(
    `number ${language}`,
    () => new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 }),
  ).format(value);

/** `21%` from 2100 basis points. */
export const rateText = (basisPoints: number, language: "nl" | "en"): string =>
  `${numberText(basisPoints / 100, language)}%`;
