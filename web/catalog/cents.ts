/** Whole cents from an amount as people type it: `749`, `749,50`, `1.299,00`, `1299.5`; nothing when it is none. */
export const centsOf = (typed: string): number | undefined => {
  const bare = typed.replace(/[€\s]/g, "");
  const isDutch = /^\d{1,3}(\.\d{3})*(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(bare);
  const plain = isDutch
    ? bare.replaceAll(".", "").replace(",", ".")
    : /^\d{1,3}(,\d{3})*(\.\d{1,2})?$|^\d+(\.\d{1,2})?$/.test(bare)
      ? bare.replaceAll(",", "")
      : "";
  if (!/^\d{1,8}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * 100);
};

/** An amount as one types it back, `749,00`, or `749.00` in English. */
export const typedOf = (cents: number, decimalSeparator: "," | "." = ",") =>
  (cents / 100).toFixed(2).replace(".", decimalSeparator);
