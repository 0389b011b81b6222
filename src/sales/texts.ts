/** Money as it stands in mails and documents: `€ 1.299,00`. */
export const moneyText = (cents: number): string =>
  new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR" })
    .format(cents / 100)
    .replace(/\s/g, " ");

const dayFormat = new Intl.DateTimeFormat("nl-NL", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** A calendar day in words: `24 november 2026`. */
export const dayText = (day: string): string => dayFormat.format(new Date(`${day}T12:00:00.000Z`));
