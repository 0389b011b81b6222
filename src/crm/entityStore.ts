import type { Selectable } from "kysely";
import { type Db, notFound, type Tables } from "#platform";

export type BusinessEntity = Selectable<Tables["businessEntities"]>;

/** The trading entities, which are data: a sixth is a row. */
export const businessEntities = {
  all: (db: Db): Promise<BusinessEntity[]> =>
    db.selectFrom("businessEntities").selectAll().orderBy("sort").execute(),

  async byCode(db: Db, code: string): Promise<BusinessEntity> {
    const entity = await db
      .selectFrom("businessEntities")
      .selectAll()
      .where("code", "=", code)
      .executeTakeFirst();
    if (!entity) throw notFound();
    return entity;
  },
};
