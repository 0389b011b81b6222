import { controlCharacters } from "../contract/controlCharacters.ts";

const longest = 120;
// Beside control characters: tabs and line ends, marks of direction, and what file systems keep for themselves.
const unsafe = new RegExp(
  String.raw`[${controlCharacters}\t\n\r\u0080-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"<>|:*?\\/]+`,
  "g",
);

/** A name that is safe to show and to save: no folders, no control or direction marks, with the ending of its real type. */
export const cleanName = (given: string, ending: string): string => {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, "")
    .replace(unsafe, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return `${Array.from(stem.replace(/\s+/g, " ")).slice(0, longest).join("") || "file"}.${ending}`;
};

/** `Content-Disposition` for any name, with a plain form for old programs (RFC 6266). */
export const disposition = (name: string, how: "inline" | "attachment"): string => {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "_")
    .replace(/["\\%;]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
