import { sql } from "kysely";
import { action, type Work } from "#platform";
import { orders as contract } from "../contract.ts";
import { statusTuned } from "../events.ts";
import type { OrderStatus } from "../orderStatus.ts";
import { mayTuneStatuses } from "../policy.ts";
import { viewStatusSettings } from "../queries/statusSettings.ts";
import { forgetTuned, statusSetting } from "../statusSettings.ts";

/** Orders that stand in the status get the new clock, and those that are in time again leave the list. */
const restartClocks = async ({ tx, now }: Work, status: OrderStatus) => {
  const { withinHours } = await statusSetting(tx, status);
  const due = withinHours > 0 ? sql<string>`status_since + make_interval(hours => ${withinHours})` : null;
  await tx.updateTable("orders").set({ statusDue: due }).where("status", "=", status).execute();
  await tx
    .updateTable("exceptions as e")
    .from("orders as o")
    .set({ resolvedAt: now, resolution: "clock changed" })
    .whereRef("o.id", "=", "e.orderId")
    .where("o.status", "=", status)
    .where("e.kind", "=", "status_overdue")
    .where("e.resolvedAt", "is", null)
    .where((where) => where.or([where("o.statusDue", "is", null), where("o.statusDue", ">=", now)]))
    .execute();
};

const changesNothing = <Values extends object>(changes: Partial<Values>, there: Values) =>
  (Object.keys(changes) as (keyof Values)[]).every((name) => changes[name] === there[name]);

/** Changes how a status is called, coloured and timed; which status follows which stays as it is. */
export const tuneStatusSetting = action(contract.tuneStatus, async (work, { status, ...changes }) => {
  const { tx, actor, now, authorize, note, announce } = work;
  authorize(mayTuneStatuses(actor));
  const tuned = (await viewStatusSettings(tx)).find((row) => row.status === status)!;
  if (changesNothing(changes, tuned)) return tuned;
  const before = await statusSetting(tx, status);
  await tx
    .insertInto("orderStatusSettings")
    .values({ status, ...changes, changedAt: now })
    .onConflict((conflict) => conflict.column("status").doUpdateSet({ ...changes, changedAt: now }))
    .execute();
  forgetTuned(tx);
  if ((await statusSetting(tx, status)).withinHours !== before.withinHours) await restartClocks(work, status);
  note({ recordType: "order_status", changes: { status, ...changes } });
  announce(statusTuned({ orderId: null, status }));
  const rows = await viewStatusSettings(tx);
  return rows.find((row) => row.status === status)!;
});
