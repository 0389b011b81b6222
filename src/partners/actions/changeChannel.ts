import { businessEntities, organizations } from "#crm";
import { action, type Db, invalidInput, json } from "#platform";
import type { FieldProblem } from "#platform/contract";
import { channelToChange, viewChannel } from "../channels.ts";
import { partners } from "../contract.ts";
import { mayKeepChannels } from "../policy.ts";
import { channelExists } from "../problems.ts";

const entityProblems = async (db: Db, code: string | undefined): Promise<FieldProblem[]> => {
  if (code === undefined) return [];
  const known = await businessEntities.all(db);
  if (known.some((entity) => entity.code === code)) return [];
  const message = "There is no such entity";
  return [{ pointer: "/businessEntity", problem: "unknown-value", message }];
};

const keyTaken = { pointer: "/key", problem: "taken", message: "This name is in use" };

const isTaken = (db: Db, key: string) =>
  db.selectFrom("partnerChannels").select("key").where("key", "=", key).executeTakeFirst();

/** Lets a partner deliver orders, in our format or its own. */
export const openChannel = action(
  partners.openChannel,
  async ({ tx, actor, authorize, note }, { organizationId, key, businessEntity, fields }) => {
    authorize(mayKeepChannels(actor));
    await organizations.byId(tx, organizationId);
    if (await viewChannel(tx, organizationId)) throw channelExists();
    const errors = [
      ...(await entityProblems(tx, businessEntity)),
      ...((await isTaken(tx, key)) ? [keyTaken] : []),
    ];
    if (errors.length > 0) throw invalidInput({ errors });
    const made = await tx
      .insertInto("partnerChannels")
      .values({ organizationId, key, businessEntity, fields: json(fields) })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    // Taken by whoever was quicker just now.
    if (!made) throw invalidInput({ errors: [keyTaken] });
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
    const errors = await entityProblems(tx, changes.businessEntity);
    if (errors.length > 0) throw invalidInput({ errors });
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
