import { action, notFound, refuseIfChanged } from "#platform";
import { crm } from "../contract.ts";
import { contactChanged } from "../events.ts";
import { typedPhone } from "../phones.ts";
import { mayChangeCustomers } from "../policy.ts";

/** Changes a person's data; what was not sent stays. */
export const changeContact = action(
  crm.changeContact,
  async ({ tx, actor, authorize, announce, note }, { contactId, was, ...changes }) => {
    authorize(mayChangeCustomers(actor));
    const there = await tx
      .selectFrom("contacts")
      .selectAll()
      .where("id", "=", contactId)
      .forUpdate()
      .executeTakeFirst();
    if (!there) throw notFound();
    refuseIfChanged(was, there);
    const phone = changes.phone === undefined ? {} : { phone: typedPhone(changes.phone) };
    const contact = await tx
      .updateTable("contacts")
      .set({ ...changes, ...phone, id: contactId })
      .where("id", "=", contactId)
      .returningAll()
      .executeTakeFirstOrThrow();
    note({ recordType: "contact", recordId: contactId, changes: { fields: Object.keys(changes) } });
    announce(contactChanged({ id: contactId }));
    return contact;
  },
);
