/** Area codes of two digits behind the 0; the others have three. */
const short = /^(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[58])/;

/**
 * A telephone number as people in the Netherlands read it: `06 88 41 10 11`, `020 123 45 67`, `0118 12 34 56`. One from
 * abroad, or one that is no number, stays as it is.
 */
export const phoneText = (phone: string): string => {
  const [, own] = /^\+31([1-9]\d{8})$/.exec(phone) ?? [];
  if (!own) return phone;
  if (own.startsWith("6")) return `06 ${own.slice(1).match(/../g)?.join(" ")}`;
  if (short.test(own)) return `0${own.slice(0, 2)} ${own.slice(2, 5)} ${own.slice(5, 7)} ${own.slice(7)}`;
  return `0${own.slice(0, 3)} ${own.slice(3).match(/../g)?.join(" ")}`;
};
