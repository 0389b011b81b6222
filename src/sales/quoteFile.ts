import type { FastifyInstance } from "fastify";
import { businessEntities, languageOf } from "#crm";
import { orders } from "#orders";
import {
  type Actor,
  apiRoot,
  automation,
  inTransaction,
  isStaff,
  notFound,
  notSignedIn,
  type Platform,
  storeFile,
  type Work,
} from "#platform";
import { sales } from "./contract.ts";
import { maySignFor } from "./policy.ts";
import { payerOfLink } from "./queries/payerQuotes.ts";
import { changeSignOff, type SignOff, signOffById } from "./quoteStore.ts";

const contentOf = async ({ tx, services }: Work, fileId: string): Promise<Buffer> => {
  const file = await tx
    .selectFrom("files")
    .select("sha256")
    .where("id", "=", fileId)
    .executeTakeFirstOrThrow();
  return Buffer.from(await services.files.get(file.sha256));
};

const signatureOn = async (work: Work, signOff: SignOff) => {
  const { signedName, signedAt, method, signatureFileId } = signOff;
  if (!signedName || !signedAt) return null;
  const image = signatureFileId ? await contentOf(work, signatureFileId) : null;
  return { name: signedName, at: signedAt, isAgreement: method === "agreement", image };
};

/** The PDF of one payer, rendered when it is first asked for and again once it is signed; kept for that payer only. */
const pdfOf = async (work: Work, signOff: SignOff): Promise<Buffer> => {
  if (signOff.pdfFileId) return contentOf(work, signOff.pdfFileId);
  const order = await orders.byId(work.tx, signOff.orderId);
  const letterhead = await businessEntities.byCode(work.tx, order.businessEntity);
  const { document, documentHash } = signOff;
  const { renderQuote } = await import("./quotePdf.ts");
  const bytes = await renderQuote({
    document,
    documentHash,
    letterhead,
    language: await languageOf(work.tx, signOff.contactId),
    signature: await signatureOn(work, signOff),
  });
  const file = await storeFile(work, {
    bytes,
    name: `${document.number}-${document.version}.pdf`,
    kind: "quote",
    visibility: "internal",
    orderId: signOff.orderId,
    recordId: signOff.id,
  });
  await changeSignOff(work.tx, signOff.id, { pdfFileId: file.id });
  return bytes;
};

/** Whether somebody may have the document of this payer: the office, and the payer itself. */
const mayHave = async (work: Work, actor: Actor, signOff: SignOff): Promise<boolean> => {
  if (isStaff(actor)) return true;
  if (actor.kind !== "customer") return maySignFor(actor, signOff.organizationId);
  const { orderId, organizationId } = await payerOfLink(work.tx, actor);
  return signOff.orderId === orderId && signOff.organizationId === organizationId;
};

/** Serves quotes as PDF. */
export const addSalesRoutes = (server: FastifyInstance, platform: Platform) => {
  server.get<{ Params: { signOffId: string } }>(
    `${apiRoot}/sign-offs/:signOffId/pdf`,
    async (request, reply) => {
      const { actor, params } = request;
      if (actor.kind === "anonymous") throw notSignedIn();
      const { success, data } = sales.quotePdf.params.safeParse(params);
      if (!success) throw notFound();
      const as = { action: sales.quotePdf.name, actor: automation("sales/quote-pdf") };
      const { bytes, name } = await inTransaction(platform, as, async (work) => {
        const signOff = await signOffById(work.tx, data.signOffId);
        if (!(await mayHave(work, actor, signOff))) throw notFound();
        return { bytes: await pdfOf(work, signOff), name: signOff.document.number };
      });
      return reply
        .type("application/pdf")
        .header("content-disposition", `inline; filename="${name}.pdf"`)
        .header("cache-control", "private, no-store")
        .send(bytes);
    },
  );
};
