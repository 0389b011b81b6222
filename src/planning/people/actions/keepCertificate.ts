import { action, notFound, refuseBackwards, refuseFarAhead, type Tx, type Work } from "#platform";
import { planning as contract } from "../../contract.ts";
import { watchCertificates } from "../../crews/watchCertificates.ts";
import { meansChanged } from "../../events.ts";
import { inWords } from "../../inWords.ts";
import { mayPlan } from "../../policy.ts";
import { lockMechanic } from "../mechanics.ts";
import type { CertificateView } from "../views.ts";

const columns = ["id", "mechanicId", "kind", "issuedOn", "expiresOn", "authority", "fileId"] as const;

const certificateById = async (tx: Tx, id: string): Promise<CertificateView> => {
  const found = await tx
    .selectFrom("certificates")
    .select(columns)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound();
  return found;
};

type Validity = Pick<CertificateView, "issuedOn"> & { expiresOn?: string | null | undefined };

/** A paper is given out before it ends, and not years from now: that is a slip of the year. */
const mustMakeSense = ({ now }: Work, { issuedOn, expiresOn }: Validity) => {
  refuseFarAhead({ issuedOn }, now);
  refuseBackwards("expiresOn", issuedOn, expiresOn);
};

/** Whatever happens to a paper, planned work may need it: that is looked at in the same transaction. */
const settled = async (work: Work, paper: CertificateView, what: string) => {
  work.note({ recordType: "mechanic", recordId: paper.mechanicId, changes: { [paper.kind]: [null, what] } });
  work.announce(meansChanged({ id: paper.mechanicId, what: "certificate" }));
  await watchCertificates(work);
  return paper;
};

export const addCertificate = action(contract.addCertificate, async (work, { mechanicId, ...paper }) => {
  work.authorize(mayPlan(work.actor));
  mustMakeSense(work, paper);
  await lockMechanic(work.tx, mechanicId);
  const kept = await inWords(
    work.tx
      .insertInto("certificates")
      .values({ mechanicId, ...paper, createdAt: work.now })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  );
  return settled(work, kept, paper.expiresOn ?? "added");
});

export const changeCertificate = action(
  contract.changeCertificate,
  async (work, { certificateId, ...changes }) => {
    work.authorize(mayPlan(work.actor));
    mustMakeSense(work, { ...(await certificateById(work.tx, certificateId)), ...changes });
    if (Object.keys(changes).length > 0)
      await inWords(
        work.tx.updateTable("certificates").set(changes).where("id", "=", certificateId).execute(),
      );
    return settled(work, await certificateById(work.tx, certificateId), "changed");
  },
);

export const removeCertificate = action(contract.removeCertificate, async (work, { certificateId }) => {
  work.authorize(mayPlan(work.actor));
  const paper = await certificateById(work.tx, certificateId);
  await work.tx.deleteFrom("certificates").where("id", "=", certificateId).execute();
  await settled(work, paper, "removed");
  return { done: true as const };
});
