/** A value of unknown shape as readable text: nothing stays empty, a list gets commas, a record shows as JSON. */
export const plainText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(plainText).join(", ");
  return JSON.stringify(value) ?? "";
};
