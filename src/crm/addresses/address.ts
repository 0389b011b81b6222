import { placeName, placeOfArea } from "./places.ts";

/** An address as somebody gave it, in whatever parts. */
export interface TypedAddress {
  street?: string | null | undefined;
  houseNumber?: string | number | null | undefined;
  addition?: string | null | undefined;
  /** Street, number and addition in one text, for callers who have it that way. */
  line?: string | null | undefined;
  postalCode?: string | null | undefined;
  city?: string | null | undefined;
  country?: string | null | undefined;
}

export interface Address {
  street: string | null;
  houseNumber: number | null;
  addition: string | null;
  postalCode: string | null;
  city: string | null;
  country: string;
}

export type AddressFlag = "address_incomplete" | "address_unverified";

const dutchPostalCode = /^([1-9]\d{3})\s?([a-z]{2})$/i;
/** Combinations that were never handed out. */
const unusedLetters = new Set(["SA", "SD", "SS"]);

/** `1234AB` from what was typed, or null when it cannot be a Dutch postal code. */
export const postalCode = (typed: string | null | undefined): string | null => {
  const found = dutchPostalCode.exec(typed?.trim() ?? "");
  if (!found) return null;
  const letters = found[2]!.toUpperCase();
  return unusedLetters.has(letters) ? null : `${found[1]}${letters}`;
};

/** Splits `2e Molenweg 31-B` into street, number and addition; the last number that follows a word counts. */
export const splitAddressLine = (line: string) => {
  const found = /^(.*\S)\s+(\d{1,5})(?:\s*[-\s/]?\s*([\p{L}\d][\p{L}\d\s-]{0,9}))?$/u.exec(line.trim());
  return found
    ? { street: found[1]!, houseNumber: Number(found[2]), addition: found[3]?.trim() ?? null }
    : { street: line.trim() || null, houseNumber: null, addition: null };
};

const tidy = (value: string | number | null | undefined) => String(value ?? "").trim() || null;

const countries: Record<string, string> = {
  NLD: "NL",
  NEDERLAND: "NL",
  NETHERLANDS: "NL",
  BEL: "BE",
  DEU: "DE",
};

/** Single letters are written as capitals, the way they stand on the door; words such as `bis` are left as they are. */
const additionAsOnDoor = (addition: string | null) =>
  addition && /^[a-z]$/.test(addition) ? addition.toUpperCase() : addition;

const numberOf = (
  typed: string | number | null | undefined,
): { number: number | null; rest: string | null } => {
  const found = /^(\d{1,5})\s*[-/]?\s*(.*)$/.exec(tidy(typed) ?? "");
  return found ? { number: Number(found[1]), rest: found[2] || null } : { number: null, rest: tidy(typed) };
};

/** Puts an address in normal form; what cannot be read stays as it was typed. */
export const readAddress = (typed: TypedAddress): Address => {
  const line = typed.line ? splitAddressLine(typed.line) : null;
  const own = numberOf(typed.houseNumber);
  const code = postalCode(typed.postalCode);
  const country = tidy(typed.country)?.toUpperCase() ?? "NL";
  const city = tidy(typed.city);
  return {
    street: line?.street ?? tidy(typed.street),
    houseNumber: line?.houseNumber ?? own.number,
    addition: additionAsOnDoor(line?.addition ?? tidy(typed.addition) ?? own.rest),
    postalCode: code ?? tidy(typed.postalCode),
    city: city ? placeName(city) : code ? (placeOfArea(Number(code.slice(0, 4)))?.name ?? null) : null,
    country: countries[country] ?? country,
  };
};

/** What is wrong with an address: it never blocks an order, it is flagged. */
export const addressFlags = (address: Address): AddressFlag[] => {
  if (address.country === "NL" && address.postalCode && !postalCode(address.postalCode))
    return ["address_unverified"];
  const complete = address.street && address.houseNumber !== null && address.postalCode;
  return complete ? [] : ["address_incomplete"];
};

/** `Beukenlaan 18 A, 3862 KJ Nijkerk`, as far as it is known. */
export const addressLine = (address: Address): string => {
  const street = [address.street, address.houseNumber, address.addition]
    .filter((part) => part !== null)
    .join(" ");
  const code = address.postalCode?.replace(/^(\d{4})([A-Z]{2})$/, "$1 $2");
  return [street, [code, address.city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
};
