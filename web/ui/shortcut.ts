const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? "");

/** The key held down for a command, as this keyboard names it. */
export const commandKey = isApple ? "⌘" : "Ctrl";

/** The keys that open the palette. */
export const paletteKeys = [commandKey, "K"];
