import { plainText } from "../words/plainText.ts";

/** One field of a CSV line; a leading sign that a spreadsheet would run as a formula is disarmed. */
const field = (value: unknown) => {
  const text = plainText(value);
  const isNumber = typeof value === "number";
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines as Dutch spreadsheets open them: semicolons, a byte order mark, CRLF. */
export const csvOf = (header: readonly string[], lines: readonly (readonly unknown[])[]) =>
  `\uFEFF${[header, ...lines].map((line) => line.map(field).join(";")).join("\r\n")}\r\n`;

/** Offers text as a file to keep. */
export const download = (name: string, text: string, type = "text/csv;charset=utf-8") => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
