import { sql } from "kysely";
import { type Actor, type Db, entitiesWithin, type Tx } from "#platform";
import type { EntitySettings, PlanningSettings } from "./contract.ts";

const none: PlanningSettings = {
  reserveMinutes: null,
  holdMinutes: null,
  changeUntilHours: null,
  waitingOfferHours: null,
  lunchFrom: null,
  lunchMinutes: null,
  offerDays: null,
  priorityWeight: null,
  overtimeWeight: null,
  otherCrewWeight: null,
  movedWeight: null,
  evenWeight: null,
};

const noneOfEntity: EntitySettings = {
  reserveMinutes: null,
  holdMinutes: null,
  changeUntilHours: null,
  waitingOfferHours: null,
  offerDays: null,
};

/** Who tunes planning waits for who does already; there may be no row yet to hold. */
export const oneSettingAtATime = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('planning/settings', 0))`.execute(tx);

/** What the office tuned for the group, and when last. */
export const tunedSettings = async (
  db: Db,
): Promise<{ tuned: PlanningSettings; changedAt: string | null }> => {
  const row = await db.selectFrom("planningSettings").selectAll().executeTakeFirst();
  if (!row) return { tuned: none, changedAt: null };
  const { onlyRow: _onlyRow, changedAt, ...tuned } = row;
  return { tuned, changedAt };
};

/** What the office tuned for one entity. */
export const tunedOfEntity = async (db: Db, businessEntity: string): Promise<EntitySettings> => {
  const row = await db
    .selectFrom("planningEntitySettings")
    .selectAll()
    .where("businessEntity", "=", businessEntity)
    .executeTakeFirst();
  if (!row) return noneOfEntity;
  const { businessEntity: _entity, changedAt: _changedAt, ...tuned } = row;
  return tuned;
};

/** Entities with work on site that the actor may see, in the order of the house, each with its own settings. */
export const entitySettings = async (db: Db, actor: Actor) => {
  const within = entitiesWithin(actor);
  const rows = await db
    .selectFrom("businessEntities as e")
    .leftJoin("planningEntitySettings as s", "s.businessEntity", "e.code")
    .select(["e.code", "e.name", "s.changedAt", "s.reserveMinutes", "s.holdMinutes", "s.changeUntilHours"])
    .select(["s.waitingOfferHours", "s.offerDays"])
    .where("e.doesFieldWork", "=", true)
    .orderBy("e.sort")
    .execute();
  // What another entity does otherwise is hidden from them too; it would look as if it followed the group.
  const seen = rows.filter(({ code }) => within?.includes(code) ?? true);
  return seen.map(({ code, name, changedAt, ...tuned }) => ({ code, name, changedAt, tuned }));
};

/** Each value that differs, as it was and as it is. */
export const differences = <Values extends object>(before: Values, after: Values) => {
  const names = Object.keys(after) as (keyof Values & string)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, [before[name], after[name]]]),
  );
};
