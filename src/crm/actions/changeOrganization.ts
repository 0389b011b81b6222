import { action, refuseIfChanged } from "#platform";
import { crm } from "../contract.ts";
import { organizationChanged } from "../events.ts";
import { organizations } from "../organizationStore.ts";
import { typedPhone } from "../phones.ts";
import { mayChangeCustomers } from "../policy.ts";
import { viewOrganization } from "../queries/organization.ts";

/** Changes an organization's own data; what was not sent stays. */
export const changeOrganization = action(
  crm.changeOrganization,
  async ({ tx, actor, authorize, announce, note }, { organizationId, was, ...changes }) => {
    authorize(mayChangeCustomers(actor));
    refuseIfChanged(was, await organizations.lock(tx, organizationId));
    const phone = changes.phone === undefined ? {} : { phone: typedPhone(changes.phone) };
    await organizations.change(tx, organizationId, { ...changes, ...phone });
    note({ recordType: "organization", recordId: organizationId, changes: { fields: Object.keys(changes) } });
    announce(organizationChanged({ id: organizationId }));
    return viewOrganization(tx, organizationId);
  },
);
