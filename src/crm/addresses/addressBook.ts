import { type Address, postalCode } from "./address.ts";
import { placeOfArea } from "./places.ts";

/** Where an address is, and how sure that is. */
export interface Located {
  latitude: number;
  longitude: number;
  confidence: "low" | "medium" | "high";
  verified: boolean;
  /** The place by the book, when it knows it. */
  city: string | null;
}

/** Finds addresses; the built-in one works without a network, adapters (PDOK, PostcodeAPI) answer exactly. */
export interface AddressBook {
  locate(address: Address): Promise<Located | null>;
}

/** The built-in book: the middle of the postal code's place. Good enough to plan a route, never called verified. */
export const builtInAddressBook: AddressBook = {
  async locate(address) {
    const code = postalCode(address.postalCode);
    const place = code ? placeOfArea(Number(code.slice(0, 4))) : undefined;
    if (!place) return null;
    const { name, latitude, longitude } = place;
    return { latitude, longitude, city: name, confidence: "low", verified: false };
  },
};

declare module "#platform" {
  interface Services {
    addresses: AddressBook;
  }
}
