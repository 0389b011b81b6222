import { action } from "#platform";
import { crm } from "../contract.ts";
import { businessEntities } from "../entityStore.ts";
import { mayChangeEntities } from "../policy.ts";

/** Changes the settings of a trading entity. */
export const changeBusinessEntity = action(
  crm.changeBusinessEntity,
  async ({ tx, actor, authorize, note }, { code, ...changes }) => {
    authorize(mayChangeEntities(actor));
    const entity = await businessEntities.change(tx, code, changes);
    note({ recordType: "business_entity", recordId: entity.organizationId, changes });
    return entity;
  },
);
