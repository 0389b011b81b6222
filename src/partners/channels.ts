import type { Selectable } from "kysely";
import { type Db, notFound, type Tables } from "#platform";
import type { FieldMap } from "./door/fieldMap.ts";
import { partnerStatuses } from "./partnerStatuses.ts";

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
  "webhookEvents",
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

/** A channel as the desk sees it, also one that is not in use; its secret stays sealed. */
export const viewChannel = async (db: Db, organizationId: string) => {
  const row = await db
    .selectFrom("partnerChannels")
    .select(shown)
    .select(({ eb }) => eb("webhookSecretSealed", "is not", null).as("hasSecret"))
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  return row as (Channel & { hasSecret: boolean }) | undefined;
};

/** The same, of a partner that must have one. */
export const channelToChange = async (db: Db, organizationId: string) => {
  const channel = await viewChannel(db, organizationId);
  if (!channel) throw notFound();
  return channel;
};

/** Our status in the partner's words. */
export const partnerStatus = (channel: Pick<Channel, "statusMap"> | undefined, status: string): string =>
  channel?.statusMap[status] ??
  (partnerStatuses as Readonly<Record<string, string>>)[status] ??
  status.toUpperCase();
