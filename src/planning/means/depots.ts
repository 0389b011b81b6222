import { readAddress } from "#crm";
import type { Work } from "#platform";
import { inWords } from "../inWords.ts";
import { placeUnknown } from "./problems.ts";

/** Where crews start and end when nothing else is said. */
export const homeDepot = { name: "Nijkerk", latitude: 52.22, longitude: 5.49 };

/** Keeps a depot with the coordinates of its address. */
export const insertDepot = async (
  { tx, now, services }: Work,
  depot: {
    name: string;
    street?: string | undefined;
    houseNumber?: string | undefined;
    postalCode: string;
  },
) => {
  const { name, ...typed } = depot;
  const { street, houseNumber, postalCode, city } = readAddress(typed);
  const found = await services.addresses.locate(readAddress(typed));
  if (!found) throw placeUnknown();
  const { latitude, longitude } = found;
  const place = { street, houseNumber, postalCode, city, latitude, longitude };
  return inWords(
    tx
      .insertInto("depots")
      .values({ name, ...place, createdAt: now })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
};
