import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";

const { resolve } = createRequire(import.meta.url);
const file = (subset: string, weight: number) =>
  resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`);

let ready = false;

/** Both halves of the typeface: the second has the letters the first lacks, such as ĳ, š and ż. */
export const typeface = ["Inter", "Inter Ext"];

/** Registers the typeface once; Dutch words are never hyphenated. */
export const registerFonts = () => {
  if (ready) return;
  ready = true;
  for (const [family, subset] of [
    ["Inter", "latin"],
    ["Inter Ext", "latin-ext"],
  ] as const)
    Font.register({
      family,
      fonts: [400, 600, 700].map((fontWeight) => ({ src: file(subset, fontWeight), fontWeight })),
    });
  Font.registerHyphenationCallback((word) => [word]);
};
