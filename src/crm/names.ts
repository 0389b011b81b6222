/** A Dutch personal name in its parts. */
export interface NameParts {
  firstName: string | null;
  initials: string | null;
  infix: string | null;
  lastName: string;
}

const titles = /^(?:dhr\.?|mevr\.?|mw\.?|de heer|mevrouw|mr\.?|mrs\.?|ms\.?)\s+/i;
const infixes = /^((?:(?:van|von|de|den|der|het|'t|ten|ter|te|op|in|la|le|du|d')\s+)+)(\S.*)$/;
const initials = /^(?:\p{L}{1,2}\.)+$/u;

/** Splits an infix off a last name: `van den Heuvel` is `van den` + `Heuvel`; `El Amrani` stays whole. */
export const splitInfix = (lastName: string): { infix: string | null; lastName: string } => {
  const found = infixes.exec(lastName.trim());
  return found
    ? { infix: found[1]!.trim(), lastName: found[2]! }
    : { infix: null, lastName: lastName.trim() };
};

/** Reads a whole name as people write it: `dhr. Teun Brouwer`, `J.C. van den Heuvel`, `Brouwer`. */
export const splitName = (name: string): NameParts => {
  const words = name.trim().replace(titles, "").split(/\s+/);
  if (words.length === 1) return { firstName: null, initials: null, infix: null, lastName: words[0]! };
  const [first, ...rest] = words as [string, ...string[]];
  const last = splitInfix(rest.join(" "));
  return initials.test(first)
    ? { firstName: null, initials: first, ...last }
    : { firstName: first, initials: null, ...last };
};

/** A name as it stands on an envelope. */
export const fullName = (parts: {
  firstName?: string | null;
  initials?: string | null;
  infix?: string | null;
  lastName: string;
}) => [parts.firstName || parts.initials, parts.infix, parts.lastName].filter(Boolean).join(" ");
