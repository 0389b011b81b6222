/** Characters that steer machines and are no text; tabs and line ends may stand in a text. For use inside `[…]`. */
export const controlCharacters = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f`;

/** Marks that turn the reading direction of what follows, also beyond the text itself: a name that carries one shows other words. */
const turning = String.raw`\u202a-\u202e\u2066-\u2069`;

const turns = new RegExp(`[${turning}]`, "g");
const anywhere = new RegExp(`[${controlCharacters}]`);
const everywhere = new RegExp(`[${controlCharacters}${turning}]`, "g");

export const hasControlCharacters = (value: string): boolean => anywhere.test(value);
export const withoutControlCharacters = (value: string): string => value.replace(everywhere, "");
export const withoutTurns = (value: string): string => value.replace(turns, "");
