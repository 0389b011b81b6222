import type { Insertable, Selectable, Updateable } from "kysely";
import { sql } from "kysely";
import { type Db, notFound, statement, type Tables, type Tx, type Work } from "#platform";

export type Organization = Selectable<Tables["organizations"]>;
export type NewOrganization = Omit<Insertable<Tables["organizations"]>, "createdAt">;

const withId = statement((db, id: string) => db.selectFrom("organizations").selectAll().where("id", "=", id));
const heldWithId = statement((db, id: string) =>
  db.selectFrom("organizations").selectAll().where("id", "=", id).forUpdate(),
);

/** Reading and writing organizations and their tree. */
export const organizations = {
  async byId(db: Db, id: string): Promise<Organization> {
    const [found] = await withId(db, id);
    if (!found) throw notFound();
    return found;
  },

  /** The same, kept from changing until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<Organization> {
    const [found] = await heldWithId(tx, id);
    if (!found) throw notFound();
    return found;
  },

  /** The group itself: the root of our own organizations. */
  async own(db: Db): Promise<Organization> {
    return db
      .selectFrom("organizations")
      .selectAll()
      .where("kind", "=", "internal")
      .where("parentId", "is", null)
      .orderBy("createdAt")
      .limit(1)
      .executeTakeFirstOrThrow();
  },

  async add({ tx, now }: Work, organization: NewOrganization): Promise<Organization> {
    return tx
      .insertInto("organizations")
      .values({ ...organization, createdAt: now })
      .returningAll()
      .executeTakeFirstOrThrow();
  },

  async change(tx: Tx, id: string, changes: Updateable<Tables["organizations"]>): Promise<void> {
    if (Object.keys(changes).length > 0)
      await tx.updateTable("organizations").set(changes).where("id", "=", id).execute();
  },

  /** The organization and everything below it in the tree. */
  async below(db: Db, id: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      with recursive tree as (
        select id from organizations where id = ${id}
        union select o.id from organizations o join tree on o.parent_id = tree.id
      ) select id from tree`.execute(db);
    return rows.map((row) => row.id);
  },

  /** The organization and everything above it in the tree, nearest first. */
  async above(db: Db, id: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      with recursive tree as (
        select id, parent_id, 0 as steps from organizations where id = ${id}
        union all select o.id, o.parent_id, steps + 1 from organizations o join tree on o.id = tree.parent_id
      ) select id from tree order by steps`.execute(db);
    return rows.map((row) => row.id);
  },

  /** The child of an organization that is known there under a reference, such as a dealer code. */
  async byReference(db: Db, parentId: string, reference: string): Promise<Organization | undefined> {
    return db
      .selectFrom("organizations")
      .selectAll()
      .where("reference", "=", reference)
      .where("parentId", "in", await organizations.below(db, parentId))
      .executeTakeFirst();
  },
};
