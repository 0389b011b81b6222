import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { invalidInput } from "#platform";
import type { FieldProblem } from "#platform/contract";

/** A telephone number in E.164, or null when it cannot be one; `31…` and `0031…` without a plus are understood. */
export const phoneNumber = (typed: string | null | undefined, country = "NL"): string | null => {
  const tidy = typed?.replace(/\(0\)/, "").trim();
  if (!tidy) return null;
  const digits = tidy.replace(/\D/g, "");
  const readings = [tidy, `+${digits.replace(/^00/, "")}`];
  for (const reading of readings) {
    const found = parsePhoneNumberFromString(reading, country as CountryCode);
    if (found?.isValid()) return found.number;
  }
  return null;
};

/** What is wrong with a number as the office typed it, to be told with what is wrong with the other fields. */
export const phoneProblems = (typed: string | null | undefined, country?: string): FieldProblem[] =>
  typed && !phoneNumber(typed, country)
    ? [{ pointer: "/phone", problem: "not-phone", message: "This is not a telephone number" }]
    : [];

/** A number as the office typed it, in one form; none when the field was emptied. What cannot be called is refused. */
export const typedPhone = (typed: string | null, country?: string): string | null => {
  const errors = phoneProblems(typed, country);
  if (errors.length > 0) throw invalidInput({ errors });
  return phoneNumber(typed, country);
};
