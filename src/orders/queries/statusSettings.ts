import { type Db, query } from "#platform";
import { orders as contract } from "../contract.ts";
import { type OrderStatus, orderStatus } from "../orderStatus.ts";
import { ownHours } from "../statusSettings.ts";

const nothing = {
  labelNl: null,
  labelEn: null,
  customerLabelNl: null,
  customerLabelEn: null,
  tone: null,
  withinHours: null,
  changedAt: null,
};

/** Every status in its order, with what was tuned of it. */
export const viewStatusSettings = async (db: Db) => {
  const rows = await db.selectFrom("orderStatusSettings").selectAll().execute();
  const tuned = new Map(rows.map((row) => [row.status, row]));
  return orderStatus.names.map((status: OrderStatus) => ({
    ...nothing,
    ...tuned.get(status),
    status,
    ownHours: ownHours(status),
  }));
};

export const statusSettings = query(contract.statusSettings, async ({ db }) => ({
  rows: await viewStatusSettings(db),
}));
