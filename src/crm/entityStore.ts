import type { Selectable, Updateable } from "kysely";
import { type Db, memoryOfTransaction, notFound, statement, type Tables, type Tx } from "#platform";

export type BusinessEntity = Selectable<Tables["businessEntities"]>;

const knownIn = memoryOfTransaction<BusinessEntity>();

const withCode = statement((db, code: string) =>
  db.selectFrom("businessEntities").selectAll().where("code", "=", code),
);

const read = async (db: Db, code: string): Promise<BusinessEntity> => {
  const [entity] = await withCode(db, code);
  if (!entity) throw notFound();
  return entity;
};

/** The trading entities, which are data: a sixth is a row. */
export const businessEntities = {
  all: (db: Db): Promise<BusinessEntity[]> =>
    db.selectFrom("businessEntities").selectAll().orderBy("sort").execute(),

  /** Read once in a transaction, however many steps ask for it. */
  async byCode(db: Db, code: string): Promise<BusinessEntity> {
    const known = knownIn(db);
    const entity = known?.get(code) ?? (await read(db, code));
    known?.set(code, entity);
    return entity;
  },

  async change(
    tx: Tx,
    code: string,
    changes: Updateable<Tables["businessEntities"]>,
  ): Promise<BusinessEntity> {
    const entity = await tx
      .updateTable("businessEntities")
      .set({ ...changes, code })
      .where("code", "=", code)
      .returningAll()
      .executeTakeFirst();
    if (!entity) throw notFound();
    knownIn(tx)?.set(code, entity);
    return entity;
  },
};
