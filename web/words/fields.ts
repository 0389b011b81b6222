import type { z } from "zod";
import type { Language } from "./language.ts";
import { lookUp, words } from "./words.ts";

/** Why a field was not accepted; the keys are the server's words for it. */
const fieldWords = words({
  nl: {
    required: "Vul dit in",
    "not-email": "Dit is geen e-mailadres; het lijkt op naam@voorbeeld.nl",
    "not-phone": "Dit is geen telefoonnummer; het lijkt op 06 12 34 56 78 of +32 470 12 34 56",
    "not-date": "Dit is geen datum; vul dag, maand en jaar in",
    "not-time": "Dit is geen tijd; vul uren en minuten in",
    "not-iban": "Dit IBAN klopt niet; kijk de cijfers na",
    "not-vat-number": "Een btw-nummer ziet eruit als NL123456789B01",
    "not-kvk-number": "Een KvK-nummer heeft acht cijfers",
    "not-a-url": "Dit is geen adres; het lijkt op https://partner.voorbeeld/melding",
    "not-https": "Het adres moet met https:// beginnen",
    "private-address": "Dit adres ligt in een besloten netwerk; daar sturen we niets heen",
    taken: "Deze naam is al in gebruik",
    twice: "Dit staat er twee keer; haal er een weg",
    unknown: "Dit bestaat niet of niet meer; kies opnieuw",
    "has-account": "Dit adres heeft al een account",
    "past-day": "Deze dag is al voorbij",
    "ends-before-begin": "Dit ligt vóór het begin",
    "goes-together": "Vul begin en eind allebei in",
    "one-of-these": "Kies één: komt later, gaat eerder, of is tussendoor weg",
    midnight: "Laat dit leeg voor een hele dag",
    "nothing-left":
      "Zo blijft er niets over van de werkdag, van {minimum} tot {maximum}; kies een tijd daarbinnen, of laat dit leeg voor een hele dag",
    "nothing-away":
      "Dit haalt niets af van de werkdag, van {minimum} tot {maximum}; kies een tijd daarbinnen",
    "place-unknown": "Dit adres is niet gevonden; kijk de postcode na",
    "future-day": "Deze dag moet nog komen",
    "long-ago": "Dit is te lang geleden",
    "too-far-ahead": "Dit is meer dan drie jaar vooruit; kijk het jaartal na",
    "too-many-days": "Dit zijn te veel dagen ineens; kies er minder",
    "too-much": "Dit is meer dan er nog open staat",
    "too-long": "Dit is te lang; er passen {maximum} tekens",
    "too-short": "Dit is te kort; minstens {minimum} tekens",
    "too-big": "Niet meer dan {maximum}",
    "too-small": "Niet minder dan {minimum}",
    "too-early": "Niet eerder dan {minimum}",
    "too-late": "Niet later dan {maximum}",
    "unknown-value": "Kies een van de mogelijkheden",
    "wrong-type": "Dit klopt niet; kijk het nog eens na",
    "not-valid": "Dit klopt niet; kijk het nog eens na",
    other: "Dit kan zo niet: {message}",
  },
  en: {
    required: "Fill this in",
    "not-email": "This is not an e-mail address; it looks like name@example.com",
    "not-phone": "This is not a telephone number; it looks like 06 12 34 56 78 or +32 470 12 34 56",
    "not-date": "This is not a date; fill in day, month and year",
    "not-time": "This is not a time; fill in hours and minutes",
    "not-iban": "This IBAN is not right; check the digits",
    "not-vat-number": "A VAT number looks like NL123456789B01",
    "not-kvk-number": "A chamber of commerce number has eight digits",
    "not-a-url": "This is not an address; it looks like https://partner.example/hook",
    "not-https": "The address must begin with https://",
    "private-address": "This address lies in a private network; nothing is sent there",
    taken: "This name is in use",
    twice: "This stands there twice; take one away",
    unknown: "This does not exist, or not any more; choose again",
    "has-account": "This address has an account already",
    "past-day": "This day is over",
    "ends-before-begin": "This is before the beginning",
    "goes-together": "Fill in both the beginning and the end",
    "one-of-these": "Choose one: comes later, leaves earlier, or is away in between",
    midnight: "Leave this empty for a whole day",
    "nothing-left":
      "This leaves nothing of the working day, from {minimum} to {maximum}; choose a time in it, or leave this empty for a whole day",
    "nothing-away": "This takes nothing of the working day, from {minimum} to {maximum}; choose a time in it",
    "place-unknown": "This address was not found; check the postcode",
    "future-day": "This day is still to come",
    "long-ago": "This is too long ago",
    "too-far-ahead": "This is more than three years ahead; check the year",
    "too-many-days": "These are too many days at once; choose fewer",
    "too-much": "This is more than is open",
    "too-long": "This is too long; {maximum} characters fit",
    "too-short": "This is too short; at least {minimum} characters",
    "too-big": "Not more than {maximum}",
    "too-small": "Not less than {minimum}",
    "too-early": "Not before {minimum}",
    "too-late": "Not after {maximum}",
    "unknown-value": "Choose one of the options",
    "wrong-type": "This is not right; please check it",
    "not-valid": "This is not right; please check it",
    other: "This cannot be used: {message}",
  },
});

/** The server's word for what zod found, so that both say the same. */
const reasonOf = (issue: z.core.$ZodIssue): string => {
  const isText = "origin" in issue && issue.origin === "string";
  if (issue.code === "invalid_type")
    return issue.message.endsWith("received undefined") ? "required" : "wrong-type";
  if (issue.code === "too_small" && isText) return Number(issue.minimum) <= 1 ? "required" : "too-short";
  if (issue.code === "too_small") return "too-small";
  if (issue.code === "too_big") return isText ? "too-long" : "too-big";
  if (issue.code === "invalid_value") return "unknown-value";
  return issue.code === "invalid_format" && issue.format !== "regex" ? `not-${issue.format}` : "not-valid";
};

/** A sentence for a field the server did not accept. */
export const fieldSentence = (
  reason: string,
  message: string,
  language: Language,
  facts: object = {},
): string => {
  const { minimum = "…", maximum = "…" } = facts as { minimum?: unknown; maximum?: unknown };
  const values = { message, minimum: String(minimum), maximum: String(maximum) };
  const known = lookUp(fieldWords, language, reason, values);
  if (known !== undefined) return known;
  return lookUp(fieldWords, language, reason.startsWith("not-") ? "not-valid" : "other", values) ?? message;
};

/** A sentence for a field that the contract's own schema refuses. */
export const issueSentence = (issue: z.core.$ZodIssue, language: Language) =>
  fieldSentence(reasonOf(issue), issue.message, language, issue);
