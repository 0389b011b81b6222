import type { Selectable } from "kysely";
import type { Language } from "#crm";
import { type Db, later, memoryOfTransaction, statement, type Tables } from "#platform";
import { type OrderStatus, orderStatus } from "./orderStatus.ts";
import { customerLabel, statusLabels } from "./statusLabels.ts";

type TunedStatus = Selectable<Tables["orderStatusSettings"]>;

const allTuned = statement((db) => db.selectFrom("orderStatusSettings").selectAll());

const tunedIn = memoryOfTransaction<Promise<TunedStatus[]>>();

/** What the office tuned: a row for a status it touched. A transaction reads them once, for it passes several statuses. */
const tunedStatuses = (db: Db): Promise<TunedStatus[]> => {
  const known = tunedIn(db);
  const rows = known?.get("all") ?? allTuned(db);
  known?.set("all", rows);
  return rows;
};

/** After the office tuned a status in this transaction. */
export const forgetTuned = (tx: Db): void => tunedIn(tx)?.clear();

/** The clock of a status as the product brings it, in hours; nothing when it has none. */
export const ownHours = (status: OrderStatus): number | null => {
  const { within } = orderStatus.statuses[status] as { within?: string };
  if (!within) return null;
  const from = "2026-01-01T00:00:00.000Z";
  return (Date.parse(later(from, within)) - Date.parse(from)) / 3_600_000;
};

/** How a status is called, coloured and timed now, with what the office tuned. */
export const statusSetting = async (db: Db, status: OrderStatus) => {
  const tuned = (await tunedStatuses(db)).find((row) => row.status === status);
  const own = statusLabels[status];
  const customer = customerLabel(status);
  return {
    status,
    label: { nl: tuned?.labelNl ?? own.nl, en: tuned?.labelEn ?? own.en },
    customerLabel: {
      nl: tuned?.customerLabelNl ?? customer.nl,
      en: tuned?.customerLabelEn ?? customer.en,
    },
    withinHours: tuned?.withinHours ?? ownHours(status) ?? 0,
  };
};

/** When the next step is expected, by the clock of the status; nothing when it has none. */
export const dueAfter = async (db: Db, status: OrderStatus, at: string): Promise<string | null> => {
  const { withinHours } = await statusSetting(db, status);
  return withinHours > 0 ? later(at, `PT${withinHours}H`) : null;
};

/** What a customer reads for a status, in each language. */
export const statusForCustomer = async (db: Db, status: OrderStatus): Promise<Record<Language, string>> =>
  (await statusSetting(db, status)).customerLabel;
