import { sql } from "kysely";
import { actorName, json, later, type Work } from "#platform";
import { exceptionOpened, exceptionResolved } from "./events.ts";

export interface NewException {
  orderId: string | null;
  /** What is the matter, such as `unknown_sku`; the web has reason and remedy in words. */
  kind: string;
  /** Tells two of a kind on one order apart, such as the SKU. */
  key?: string;
  facts?: Record<string, unknown>;
  organizationId?: string | null;
  /** ISO 8601 duration within which a person should have dealt with it. */
  within?: string;
}

/** Puts a step that waits for a person in the list, once for as long as it is open. */
export const openException = async (work: Work, exception: NewException): Promise<void> => {
  const { orderId, kind, key = "", facts = {}, organizationId = null, within = "PT24H" } = exception;
  const opened = await work.tx
    .insertInto("exceptions")
    .values({
      orderId,
      kind,
      key,
      facts: json(facts),
      organizationId,
      openedAt: work.now,
      dueAt: later(work.now, within),
    })
    .onConflict((conflict) =>
      conflict.columns(["orderId", "kind", "key"]).where("resolvedAt", "is", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (opened) work.announce(exceptionOpened({ id: opened.id, orderId, kind }));
};

interface Settled {
  orderId: string;
  kind: string | readonly string[];
  key?: string;
  resolution: string;
}

/** Takes exceptions of one or more kinds off the list because what they waited for has happened. */
export const settleExceptions = async (
  work: Work,
  { orderId, kind: kinds, key, resolution }: Settled,
): Promise<void> => {
  let update = work.tx
    .updateTable("exceptions")
    .set({ resolvedAt: work.now, resolvedBy: actorName(work.actor), resolution })
    .where("orderId", "=", orderId)
    .where("kind", "in", [kinds].flat())
    .where("resolvedAt", "is", null);
  if (key !== undefined) update = update.where("key", "=", key);
  for (const { id, kind } of await update.returning(["id", "kind"]).execute())
    work.announce(exceptionResolved({ id, orderId, kind, resolution }));
};

/** Takes exceptions of a kind off the list that were not found again when it was looked at anew: all but those of these keys. */
export const settleOthers = async (
  work: Work,
  { kind, keys, resolution }: { kind: string; keys: readonly string[]; resolution: string },
): Promise<void> => {
  const settled = await work.tx
    .updateTable("exceptions")
    .set({ resolvedAt: work.now, resolvedBy: actorName(work.actor), resolution })
    .where("kind", "=", kind)
    .where("resolvedAt", "is", null)
    .where("key", "<>", sql<string>`all(${keys})`)
    .returning(["id", "orderId"])
    .execute();
  for (const { id, orderId } of settled) work.announce(exceptionResolved({ id, orderId, kind, resolution }));
};
