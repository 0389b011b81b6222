import type { Language } from "#crm";
import { type Db, later, statement } from "#platform";
import { type OrderStatus, orderStatus } from "./orderStatus.ts";
import { customerLabel, statusLabels } from "./statusLabels.ts";

const tunedRow = statement((db, status: OrderStatus) =>
  db.selectFrom("orderStatusSettings").selectAll().where("status", "=", status),
);

/** The clock of a status as the product brings it, in hours; nothing when it has none. */
export const ownHours = (status: OrderStatus): number | null => {
  const { within } = orderStatus.statuses[status] as { within?: string };
  if (!within) return null;
  const from = "2026-01-01T00:00:00.000Z";
  return (Date.parse(later(from, within)) - Date.parse(from)) / 3_600_000;
};

/** How a status is called, coloured and timed now, with what the office tuned. */
export const statusSetting = async (db: Db, status: OrderStatus) => {
  const [tuned] = await tunedRow(db, status);
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
