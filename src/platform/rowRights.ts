import { sql } from "kysely";
import { type Actor, entitiesWithin, organizationsWithin } from "./actor.ts";
import type { Db, Tx } from "./database/open.ts";
import { withFreshPlans } from "./database/preparedNames.ts";
import type { Platform } from "./platform.ts";

/** Puts the transaction under row-level security: portal role, and what the actor may reach. */
const asPortal = async (tx: Tx, actor: Actor) => {
  const organizations = `{${(organizationsWithin(actor) ?? []).join(",")}}`;
  const { orderId = "", organizationId = "" } = actor.kind === "customer" ? actor : {};
  await sql`select set_config('role', 'chargecars_portal', true), set_config('app.organizations', ${organizations}, true),
    set_config('app.order', ${orderId}, true), set_config('app.payer', ${organizationId ?? ""}, true)`.execute(
    tx,
  );
};

/** Puts the transaction under row-level security when staff may see the work of some entities only. */
export const asStaffOf = async (tx: Tx, actor: Actor): Promise<void> => {
  const entities = entitiesWithin(actor);
  if (entities === null) return;
  await sql`select set_config('role', 'chargecars_staff', true),
    set_config('app.entities', (${[...entities]}::text[])::text, true)`.execute(tx);
};

/** Reads as an actor sees things: partners, customers and staff of some entities under row-level security. */
export const readingAs = <T>(
  { database }: Platform,
  actor: Actor,
  read: (db: Db) => Promise<T>,
): Promise<T> =>
  withFreshPlans(() => {
    const isPortal = organizationsWithin(actor) !== null;
    if (!isPortal && entitiesWithin(actor) === null) return read(database.db);
    return database.db.transaction().execute(async (tx) => {
      await (isPortal ? asPortal(tx, actor) : asStaffOf(tx, actor));
      return read(tx);
    });
  });
