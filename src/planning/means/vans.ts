import { type Db, dayOf, type Instant, notFound, type Tx, type Work } from "#platform";

export interface NewVan {
  plate: string;
  name: string;
  skills?: readonly string[];
  equipment?: readonly string[];
  capacity?: number | null;
}

/** Adds a van, or brings its facts up to date; its plate tells it apart. */
export const addVan = async ({ tx, now }: Work, van: NewVan): Promise<string> => {
  const { plate, name, skills = [], equipment = [], capacity = null } = van;
  const facts = { name, skills: [...skills], equipment: [...equipment], capacity };
  const { id } = await tx
    .insertInto("vans")
    .values({ plate, ...facts, createdAt: now })
    .onConflict((conflict) => conflict.column("plate").doUpdateSet(facts))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

/** Holds a van for this transaction. */
export const lockVan = async (tx: Tx, vanId: string): Promise<void> => {
  const van = await tx
    .selectFrom("vans")
    .select("id")
    .where("id", "=", vanId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!van) throw notFound();
};

// Van 10 comes after van 9.
const { compare } = new Intl.Collator("nl", { numeric: true });

/** Vans with the repairs that are not over. */
export const vanViews = async (db: Db, now: Instant, vanId?: string) => {
  let select = db.selectFrom("vans").selectAll();
  if (vanId) select = select.where("id", "=", vanId);
  const vans = (await select.execute()).toSorted((a, b) => compare(a.name, b.name));
  const repairs = await db
    .selectFrom("vanRepairs")
    .select(["id", "vanId", "fromOn", "untilOn", "reason"])
    .where("untilOn", ">=", dayOf(now))
    .orderBy("fromOn")
    .execute();
  const ofVan = Map.groupBy(repairs, (repair) => repair.vanId);
  return vans.map((van) => ({ ...van, repairs: ofVan.get(van.id) ?? [] }));
};

export const vanView = async (db: Db, now: Instant, vanId: string) => {
  const [van] = await vanViews(db, now, vanId);
  if (!van) throw notFound();
  return van;
};
