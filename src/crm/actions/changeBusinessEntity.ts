import { action, invalidInput } from "#platform";
import { crm } from "../contract.ts";
import { businessEntities } from "../entityStore.ts";
import { businessEntityChanged } from "../events.ts";
import { phoneNumber, phoneProblems } from "../phones.ts";
import { mayChangeEntities } from "../policy.ts";
import { keptIban, keptNumber, sellerProblems } from "../sellerFacts.ts";

/** Changes the settings of a trading entity; what stands on its invoices is checked. */
export const changeBusinessEntity = action(
  crm.changeBusinessEntity,
  async ({ tx, actor, authorize, note, announce }, { code, ...given }) => {
    authorize(mayChangeEntities(actor));
    const { country } = await businessEntities.byCode(tx, code);
    const changes = {
      ...given,
      ...("iban" in given ? { iban: keptIban(given.iban ?? null) } : {}),
      ...("vatNumber" in given ? { vatNumber: keptNumber(given.vatNumber ?? null) } : {}),
      ...("kvkNumber" in given ? { kvkNumber: keptNumber(given.kvkNumber ?? null) } : {}),
      ...("phone" in given ? { phone: phoneNumber(given.phone, country) } : {}),
      ...(given.addressLines ? { addressLines: given.addressLines.filter(Boolean) } : {}),
    };
    const { iban = null, vatNumber = null, kvkNumber = null } = changes;
    const errors = [
      ...phoneProblems(given.phone, country),
      ...sellerProblems({ country, iban, vatNumber, kvkNumber }),
    ];
    if (errors.length > 0) throw invalidInput({ errors });
    const entity = await businessEntities.change(tx, code, changes);
    note({
      recordType: "business_entity",
      recordId: entity.organizationId,
      changes: { businessEntity: code, ...changes },
    });
    announce(businessEntityChanged({ id: entity.organizationId, code }));
    return entity;
  },
);
