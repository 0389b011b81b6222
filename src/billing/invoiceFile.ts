import type { FastifyInstance } from "fastify";
import {
  type Actor,
  apiRoot,
  automation,
  inTransaction,
  isStaff,
  notFound,
  notSignedIn,
  type Platform,
  type Work,
} from "#platform";
import { billing } from "./contract.ts";
import { invoiceDocument } from "./invoiceMail.ts";
import { invoiceById } from "./invoiceStore.ts";
import { payableInvoices } from "./queries/myInvoices.ts";

/** Whether somebody may have an invoice: the office, and who pays it. A draft has no paper yet. */
const mayHave = async (work: Work, actor: Actor, invoiceId: string): Promise<boolean> => {
  if (isStaff(actor)) return (await invoiceById(work.tx, invoiceId)).number !== null;
  const mine = await payableInvoices(work.tx, actor).where("i.id", "=", invoiceId).executeTakeFirst();
  return mine !== undefined;
};

const paperOf = async (work: Work, actor: Actor, invoiceId: string) => {
  if (!(await mayHave(work, actor, invoiceId))) throw notFound();
  const fileId = await invoiceDocument.make(work, invoiceId);
  const file = await work.tx
    .selectFrom("files")
    .select(["sha256", "name"])
    .where("id", "=", fileId)
    .executeTakeFirstOrThrow();
  return { bytes: Buffer.from(await work.services.files.get(file.sha256)), name: file.name };
};

/** Serves invoices as PDF. */
export const addInvoiceRoutes = (server: FastifyInstance, platform: Platform) => {
  server.get<{ Params: { invoiceId: string } }>(
    `${apiRoot}/invoices/:invoiceId/pdf`,
    async ({ actor, params }, reply) => {
      if (actor.kind === "anonymous") throw notSignedIn();
      const { success, data } = billing.invoicePdf.params.safeParse(params);
      if (!success) throw notFound();
      const as = { action: billing.invoicePdf.name, actor: automation("billing/invoice-pdf") };
      const { bytes, name } = await inTransaction(platform, as, (work) =>
        paperOf(work, actor, data.invoiceId),
      );
      return reply
        .type("application/pdf")
        .header("content-disposition", `inline; filename="${name}"`)
        .header("cache-control", "private, no-store")
        .send(bytes);
    },
  );
};
