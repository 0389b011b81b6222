const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? "");

/** The keys that open the palette, as this keyboard names them. */
export const paletteKeys = isApple ? ["⌘", "K"] : ["Ctrl", "K"];
