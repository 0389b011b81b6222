import { action, type Db, invalidInput } from "#platform";
import type { ParsedOf } from "#platform/contract";
import { crm } from "../contract.ts";
import { businessEntities } from "../entityStore.ts";
import { businessEntityChanged } from "../events.ts";
import { phoneNumber, phoneProblems } from "../phones.ts";
import { mayChangeEntities } from "../policy.ts";
import { keptIban, keptNumber, sellerProblems } from "../sellerFacts.ts";

type Given = Partial<ParsedOf<typeof crm.changeBusinessEntity>>;

/** Numbers as they are kept; only those that were given. */
const keptNumbers = (given: Given) => ({
  ...("iban" in given ? { iban: keptIban(given.iban ?? null) } : {}),
  ...("vatNumber" in given ? { vatNumber: keptNumber(given.vatNumber ?? null) } : {}),
  ...("kvkNumber" in given ? { kvkNumber: keptNumber(given.kvkNumber ?? null) } : {}),
});

/** What is wrong with the numbers in the country of the entity. */
const wrongNumbers = async (db: Db, { code, ...given }: Given) => {
  if (code === undefined) return [];
  const { country } = await businessEntities.byCode(db, code);
  const { iban = null, vatNumber = null, kvkNumber = null } = keptNumbers(given);
  return [...phoneProblems(given.phone, country), ...sellerProblems({ country, iban, vatNumber, kvkNumber })];
};

/** Changes the settings of a trading entity; what stands on its invoices is checked. */
export const changeBusinessEntity = action(
  crm.changeBusinessEntity,
  async ({ tx, actor, authorize, note, announce }, { code, ...given }) => {
    authorize(mayChangeEntities(actor));
    const errors = await wrongNumbers(tx, { code, ...given });
    if (errors.length > 0) throw invalidInput({ errors });
    const { country } = await businessEntities.byCode(tx, code);
    const changes = {
      ...given,
      ...keptNumbers(given),
      ...("phone" in given ? { phone: phoneNumber(given.phone, country) } : {}),
      ...(given.addressLines ? { addressLines: given.addressLines.filter(Boolean) } : {}),
    };
    const entity = await businessEntities.change(tx, code, changes);
    note({
      recordType: "business_entity",
      recordId: entity.organizationId,
      changes: { businessEntity: code, ...changes },
    });
    announce(businessEntityChanged({ id: entity.organizationId, code }));
    return entity;
  },
  { alsoWrong: wrongNumbers },
);
