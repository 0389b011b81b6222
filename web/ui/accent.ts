/** Colours that stay readable, made from one brand colour. */
export interface Accent {
  /** Fill of the primary action. */
  fill: string;
  fillHover: string;
  /** Text on that fill. */
  on: string;
  /** The brand as text on a light and on a dark canvas. */
  textLight: string;
  textDark: string;
  /** The brand as given, for a mark that carries no text. */
  brand: string;
}

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => {
  const value = Number.parseInt(hex.replace("#", ""), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};
const hexOf = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

const mix = (hex: string, other: string, part: number) => {
  const [from, to] = [rgbOf(hex), rgbOf(other)];
  return hexOf(from.map((value, index) => value + (to[index]! - value) * part) as unknown as Rgb);
};

const luminance = (hex: string) => {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How well two colours can be told apart, 1 to 21, as WCAG 2 counts it. */
export const contrast = (one: string, other: string) => {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const ink = "#16161a";
const enough = 4.6;

/** The nearest shade towards `goal` that stands out enough against `against`. */
const shadeFor = (hex: string, goal: string, against: string) => {
  for (let part = 0; part < 1; part += 0.02) {
    const shade = mix(hex, goal, part);
    if (contrast(shade, against) >= enough) return shade;
  }
  return goal;
};

/** A brand colour made readable: white text on it where a small shift allows that, dark text otherwise. */
export const accentOf = (hex: string): Accent => {
  const takesWhite = contrast(hex, "#ffffff") >= 4;
  const fill = takesWhite ? shadeFor(hex, "#000000", "#ffffff") : hex;
  return {
    fill,
    fillHover: mix(fill, takesWhite ? "#000000" : "#ffffff", takesWhite ? 0.12 : 0.16),
    on: takesWhite ? "#ffffff" : ink,
    textLight: shadeFor(hex, "#000000", "#f1f1f4"),
    textDark: shadeFor(hex, "#ffffff", "#26262b"),
    brand: hex,
  };
};

const names = {
  fill: "--brand-fill",
  fillHover: "--brand-fill-hover",
  on: "--brand-on",
  textLight: "--brand-text-light",
  textDark: "--brand-text-dark",
  brand: "--brand",
} as const satisfies Record<keyof Accent, string>;

/** Colours the page after a brand; without one it falls back to the house's neutral ink. */
export const applyAccent = (hex: string | undefined, on: HTMLElement = document.documentElement) => {
  const accent = hex && /^#[0-9a-f]{6}$/i.test(hex) ? accentOf(hex) : undefined;
  for (const [key, name] of Object.entries(names))
    if (accent) on.style.setProperty(name, accent[key as keyof Accent]);
    else on.style.removeProperty(name);
};
