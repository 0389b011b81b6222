import { businessEntities, organizations } from "#crm";
import { action, type Db, invalidInput, json } from "#platform";
import { channelToChange, viewChannel } from "../channels.ts";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";
import { channelExists } from "../problems.ts";

const refuseUnknownEntity = async (db: Db, code: string | undefined) => {
  if (code === undefined) return;
  const known = await businessEntities.all(db);
  if (known.some((entity) => entity.code === code)) return;
  const message = "There is no such entity";
  throw invalidInput({ errors: [{ pointer: "/businessEntity", problem: "unknown-value", message }] });
};

/** Lets a partner deliver orders, in our format or its own. */
export const openChannel = action(
  partners.openChannel,
  async ({ tx, actor, authorize, note }, { organizationId, key, businessEntity, fields }) => {
    authorize(mayKeepChannels(actor));
    await organizations.byId(tx, organizationId);
    await refuseUnknownEntity(tx, businessEntity);
    if (await viewChannel(tx, organizationId)) throw channelExists();
    const made = await tx
      .insertInto("partnerChannels")
      .values({ organizationId, key, businessEntity, fields: json(fields) })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    if (!made)
      throw invalidInput({ errors: [{ pointer: "/key", problem: "taken", message: "This name is in use" }] });
    note({ recordType: "organization", recordId: organizationId, changes: { channel: key, businessEntity } });
    return channelToChange(tx, organizationId);
  },
);

/** Changes how a partner's orders are read and answered; orders that are in stay as they are. */
export const changeChannel = action(
  partners.changeChannel,
  async ({ tx, actor, authorize, note }, { organizationId, fields, statusMap, ...changes }) => {
    authorize(mayKeepChannels(actor));
    await channelToChange(tx, organizationId);
    await refuseUnknownEntity(tx, changes.businessEntity);
    const set = {
      ...changes,
      ...(fields ? { fields: json(fields) } : {}),
      ...(statusMap ? { statusMap: json(statusMap) } : {}),
    };
    if (Object.keys(set).length > 0)
      await tx.updateTable("partnerChannels").set(set).where("organizationId", "=", organizationId).execute();
    note({
      recordType: "organization",
      recordId: organizationId,
      changes: { ...changes, ...(fields ? { fields } : {}), ...(statusMap ? { statusMap } : {}) },
    });
    return channelToChange(tx, organizationId);
  },
);
