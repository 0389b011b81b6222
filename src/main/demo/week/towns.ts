import { builtInAddressBook, readAddress } from "#crm";
import type { Random } from "../story/random.ts";

/** Postal code areas spread over the country; the built-in places know where they are. */
const areas = [
  "1019 1315 1445 1622 1703 1815 1945 2023 2132 2202 2321 2403 2515 2613 2726 2803 2904 3065 3118 3204 3315",
  "3402 3434 3523 3605 3705 3763 3815 3845 3862 3905 4003 4104 4205 4335 4462 4615 4703 4827 5045 5142 5236",
  "5345 5403 5623 5705 5803 5912 6003 6042 6215 6412 6536 6712 6815 7003 7311 7415 7544 7602 8017 8242 8442",
  "8932 9203 9403 9711",
].flatMap((line) => line.split(" "));

interface Town {
  area: string;
  city: string;
  latitude: number;
  longitude: number;
}

const townOf = async (area: string): Promise<Town[]> => {
  const found = await builtInAddressBook.locate(readAddress({ postalCode: `${area}AB` }));
  return found?.city
    ? [{ area, city: found.city, latitude: found.latitude, longitude: found.longitude }]
    : [];
};

/** The towns work is in. */
export const towns: readonly Town[] = (await Promise.all(areas.map(townOf))).flat();

const letters = Array.from("ABCDEGHJKLMNPRTVWXZ");

/** An address in or around a town, some three kilometres at most from its middle. */
export const near = ({ area, city, latitude, longitude }: Town, random: Random) => {
  const around = (spread: number) => Math.round((random.next() + random.next() - 1) * spread * 1e5) / 1e5;
  return {
    postalCode: `${area}${random.pick(letters)}${random.pick(letters)}`,
    city,
    latitude: latitude + around(0.028),
    longitude: longitude + around(0.045),
  };
};
