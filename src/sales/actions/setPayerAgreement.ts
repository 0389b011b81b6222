import { organizations } from "#crm";
import { action, type Db, query } from "#platform";
import { agreementInForce, agreementWith } from "../agreements.ts";
import { sales } from "../contract.ts";
import { mayQuote, maySeeQuotes } from "../policy.ts";

const view = async (db: Db, organizationId: string) => ({
  ...(await agreementWith(db, organizationId)),
  inForce: await agreementInForce(db, organizationId),
});

export const payerAgreement = query(
  sales.payerAgreement,
  async ({ db, actor, authorize }, { organizationId }) => {
    authorize(maySeeQuotes(actor));
    return view(db, organizationId);
  },
);

/** Keeps what was agreed about signing and sending; quotes that are out stay as they are. */
export const setPayerAgreement = action(
  sales.setPayerAgreement,
  async (work, { organizationId, ...changes }) => {
    const { tx, actor, now, authorize, note } = work;
    authorize(mayQuote(actor));
    await organizations.byId(tx, organizationId);
    const agreed = { ...(await agreementWith(tx, organizationId)), ...changes };
    await tx
      .insertInto("payerAgreements")
      .values({ organizationId, ...agreed, changedAt: now })
      .onConflict((conflict) => conflict.column("organizationId").doUpdateSet({ ...agreed, changedAt: now }))
      .execute();
    note({ recordType: "organization", recordId: organizationId, changes });
    return view(tx, organizationId);
  },
);
