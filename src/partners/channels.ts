import type { Selectable } from "kysely";
import { type Db, type Tables } from "#platform";
import type { FieldMap } from "./door/fieldMap.ts";

/** What is known of a channel outside the desk: everything but its secret. */
const shown = [
  "organizationId",
  "key",
  "businessEntity",
  "fields",
  "repeatedOrder",
  "linesBilledTo",
  "statusMap",
  "webhookUrl",
  "active",
] as const;

export type Channel = Omit<
  Pick<Selectable<Tables["partnerChannels"]>, (typeof shown)[number]>,
  "fields" | "statusMap"
> & {
  fields: FieldMap;
  statusMap: Readonly<Record<string, string>>;
};

/** The order channel of an organization, if it has one in use. */
export const channelOf = async (db: Db, organizationId: string | null): Promise<Channel | undefined> => {
  if (organizationId === null) return undefined;
  const row = await db
    .selectFrom("partnerChannels")
    .select(shown)
    .where("organizationId", "=", organizationId)
    .where("active", "=", true)
    .executeTakeFirst();
  return row as Channel | undefined;
};

const defaultStatuses: Readonly<Record<string, string>> = {
  new_lead: "RECEIVED",
  intake_sent: "RECEIVED",
  intake_completed: "RECEIVED",
  quote_draft: "RECEIVED",
  quote_ready: "RECEIVED",
  quote_sent: "QUOTED",
  customer_approved: "QUOTED",
  partner_approved: "QUOTED",
  both_approved: "CONFIRMED",
  planning: "CONFIRMED",
  scheduled: "SCHEDULED",
  in_progress: "IN_PROGRESS",
  completed: "DELIVERED",
  cancelled: "CANCELLED",
  on_hold: "ON_HOLD",
};

/** Our status in the partner's words. */
export const partnerStatus = (channel: Pick<Channel, "statusMap"> | undefined, status: string): string =>
  channel?.statusMap[status] ?? defaultStatuses[status] ?? status.toUpperCase();
