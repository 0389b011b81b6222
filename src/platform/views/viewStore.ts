import { sql } from "kysely";
import { authorize } from "../action.ts";
import type { Actor, Person } from "../actor.ts";
import { notFound } from "../contract/index.ts";
import type { Db, Tx } from "../database/open.ts";

/** Views belong to people: machines and links have none. */
export const personOf = (actor: Actor): Person => {
  authorize(actor.kind === "person");
  return actor as Person;
};

/** Within which organization somebody shares: the partner's own, or the house. */
export const circleOf = ({ role, organizationId }: Person) => (role === "external" ? organizationId : null);

/** Views somebody may use: made by oneself, or shared by somebody of the same organization. */
export const visibleViews = (db: Db, person: Person) =>
  db
    .selectFrom("savedViews as v")
    .leftJoin("defaultViews as d", (join) =>
      join.onRef("d.viewId", "=", "v.id").on("d.userId", "=", person.userId),
    )
    .select(["v.id", "v.name", "v.shared", "v.ownerName", "v.list"])
    .select(sql<Record<string, string>>`v.filters`.as("filters"))
    .select(sql<boolean>`v.owner_id = ${person.userId}`.as("isMine"))
    .select(sql<boolean>`d.user_id is not null`.as("isDefault"))
    .where((where) =>
      where.or([
        where("v.ownerId", "=", person.userId),
        where.and([
          where("v.shared", "=", true),
          where("v.organizationId", "is not distinct from", circleOf(person)),
        ]),
      ]),
    );

/** One view as somebody sees it. */
export const visibleView = async (db: Db, person: Person, viewId: string) => {
  const view = await visibleViews(db, person).where("v.id", "=", viewId).executeTakeFirst();
  if (!view) throw notFound();
  return view;
};

/** One view, held, of somebody who made it. */
export const ownView = async (tx: Tx, person: Person, viewId: string) => {
  const view = await tx
    .selectFrom("savedViews")
    .selectAll()
    .where("id", "=", viewId)
    .where("ownerId", "=", person.userId)
    .forUpdate()
    .executeTakeFirst();
  if (!view) throw notFound();
  return view;
};
