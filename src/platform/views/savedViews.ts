import { sql } from "kysely";
import { action, query } from "../action.ts";
import { type FieldProblem, invalidInput } from "../contract/index.ts";
import { json } from "../database/json.ts";
import type { Tx } from "../database/open.ts";
import { views } from "./contract.ts";
import { circleOf, ownView, personOf, visibleView, visibleViews } from "./viewStore.ts";

export const savedViews = query(views.savedViews, async ({ db, actor }, { list }) => ({
  rows: await visibleViews(db, personOf(actor))
    .where("v.list", "=", list)
    .orderBy("v.name")
    .limit(200)
    .execute(),
}));

/** Keeps filters under a name; one's own view of that name takes them over. */
export const saveView = action(
  views.saveView,
  async ({ tx, actor, now }, { list, name, filters, shared }) => {
    const person = personOf(actor);
    const { id } = await tx
      .insertInto("savedViews")
      .values({
        list,
        name,
        filters: json(filters),
        shared,
        ownerId: person.userId,
        ownerName: person.name,
        organizationId: circleOf(person),
        createdAt: now,
        changedAt: now,
      })
      .onConflict((conflict) =>
        conflict
          .expression(sql`owner_id, list, lower(name)`)
          .doUpdateSet({ name, filters: json(filters), shared, changedAt: now }),
      )
      .returning("id")
      .executeTakeFirstOrThrow();
    return visibleView(tx, person, id);
  },
);

const taken: FieldProblem = { pointer: "/name", problem: "taken", message: "You have a view of this name" };

const refuseTaken = async (tx: Tx, view: { id: string; ownerId: string; list: string }, name: string) => {
  const other = await tx
    .selectFrom("savedViews")
    .select("id")
    .where("ownerId", "=", view.ownerId)
    .where("list", "=", view.list)
    .where(({ eb, fn, val }) => eb(fn("lower", ["name"]), "=", fn("lower", [val(name)])))
    .where("id", "<>", view.id)
    .executeTakeFirst();
  if (other) throw invalidInput({ errors: [taken] });
};

export const changeView = action(
  views.changeView,
  async ({ tx, actor, now }, { viewId, filters, ...changes }) => {
    const person = personOf(actor);
    const view = await ownView(tx, person, viewId);
    if (changes.name !== undefined) await refuseTaken(tx, view, changes.name);
    await tx
      .updateTable("savedViews")
      .set({ ...changes, ...(filters ? { filters: json(filters) } : {}), changedAt: now })
      .where("id", "=", viewId)
      .execute();
    if (changes.shared === false)
      await tx
        .deleteFrom("defaultViews")
        .where("viewId", "=", viewId)
        .where("userId", "<>", person.userId)
        .execute();
    return visibleView(tx, person, viewId);
  },
);

export const removeView = action(views.removeView, async ({ tx, actor }, { viewId }) => {
  await ownView(tx, personOf(actor), viewId);
  await tx.deleteFrom("savedViews").where("id", "=", viewId).execute();
  return { done: true as const };
});

export const setDefaultView = action(views.setDefaultView, async ({ tx, actor }, { list, viewId }) => {
  const person = personOf(actor);
  const { userId } = person;
  if (viewId === null) {
    await tx.deleteFrom("defaultViews").where("userId", "=", userId).where("list", "=", list).execute();
    return { done: true as const };
  }
  const view = await visibleView(tx, person, viewId);
  await tx
    .insertInto("defaultViews")
    .values({ userId, list: view.list, viewId })
    .onConflict((conflict) => conflict.columns(["userId", "list"]).doUpdateSet({ viewId }))
    .execute();
  return { done: true as const };
});
