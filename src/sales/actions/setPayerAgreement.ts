import { organizations } from "#crm";
import { action, type Db, query } from "#platform";
import { sales } from "../contract.ts";
import { mayQuote, maySeeQuotes } from "../policy.ts";

const agreementOf = async (db: Db, organizationId: string) => {
  const row = await db
    .selectFrom("payerAgreements")
    .select("approvesBelowCents")
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  return { approvesBelowCents: row?.approvesBelowCents ?? null };
};

export const payerAgreement = query(
  sales.payerAgreement,
  async ({ db, actor, authorize }, { organizationId }) => {
    authorize(maySeeQuotes(actor));
    return agreementOf(db, organizationId);
  },
);

/** Keeps what was agreed with a payer about signing; quotes that are out stay as they are. */
export const setPayerAgreement = action(
  sales.setPayerAgreement,
  async (work, { organizationId, approvesBelowCents }) => {
    const { tx, actor, now, authorize, note } = work;
    authorize(mayQuote(actor));
    await organizations.byId(tx, organizationId);
    if (approvesBelowCents === null)
      await tx.deleteFrom("payerAgreements").where("organizationId", "=", organizationId).execute();
    else
      await tx
        .insertInto("payerAgreements")
        .values({ organizationId, approvesBelowCents, changedAt: now })
        .onConflict((conflict) =>
          conflict.column("organizationId").doUpdateSet({ approvesBelowCents, changedAt: now }),
        )
        .execute();
    note({ recordType: "organization", recordId: organizationId, changes: { approvesBelowCents } });
    return agreementOf(tx, organizationId);
  },
);
