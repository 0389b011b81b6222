/** Characters that steer machines and are no text; tabs and line ends may stand in a text. For use inside `[…]`. */
export const controlCharacters = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f`;

/** Nothing anybody sees: only space and characters without a shape. */
const unseen = /^[\p{Cf}\p{Z}\s]*$/u;

/** Text that shows something, or none. */
export const seenText = (value: string): string => (unseen.test(value) ? "" : value);

const anywhere = new RegExp(`[${controlCharacters}]`);
const everywhere = new RegExp(`[${controlCharacters}]`, "g");

export const hasControlCharacters = (value: string): boolean => anywhere.test(value);
export const withoutControlCharacters = (value: string): string => value.replace(everywhere, "");
