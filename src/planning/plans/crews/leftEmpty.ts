import type { Db } from "#platform";
import { crewsWith } from "../../crews/crewStore.ts";
import { minutesOf } from "../../visits/wishes/wishStore.ts";
import type { Makes } from "./make.ts";

/**
 * Crews with nobody on them, of some: they are on no plan. Whoever puts people back makes them as if they were new, under the id they have,
 * and publishing finds them there.
 */
export const leftEmpty = async (db: Db, crewIds: readonly string[]): Promise<Makes> => {
  const crews = await crewsWith(db, { ids: crewIds });
  return new Map(
    crews
      .filter(({ mechanicIds }) => mechanicIds.length === 0)
      .map(({ id, on, name, vanId, start: depot, startsAt, endsAt }) => {
        const isNew = { on, name, from: minutesOf(startsAt), until: minutesOf(endsAt) };
        return [id, { memberIds: [], vanId, depot, isNew }];
      }),
  );
};
