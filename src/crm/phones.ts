import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { invalidInput } from "#platform";

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

/** A number as the office typed it, in one form; none when the field was emptied. What cannot be called is refused. */
export const typedPhone = (typed: string | null, country?: string): string | null => {
  if (!typed) return null;
  const phone = phoneNumber(typed, country);
  if (phone) return phone;
  throw invalidInput({
    errors: [{ pointer: "/phone", problem: "not-phone", message: "This is not a telephone number" }],
  });
};
