import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type Actor, organizationsWithin } from "../actor.ts";
import { Flag, forbidden, Id, notFound, notSignedIn } from "../contract/index.ts";
import { inputProblem } from "../http/inputProblem.ts";
import { apiRoot } from "../http/serve.ts";
import { parse } from "../input.ts";
import { inTransaction } from "../perform.ts";
import type { Platform } from "../platform.ts";
import { readingAs } from "../rowRights.ts";
import { admit } from "../run.ts";
import { files, pictureWidths, type Visibility } from "./contract.ts";
import { prepareFile } from "./prepare.ts";
import { readUpload, uploadLimits } from "./readUpload.ts";
import { type MayReach, maySeeFile } from "./rights.ts";
import { sendFile } from "./serveFile.ts";
import { keepFile } from "./storeFile.ts";

const Asked = z.object({
  fileId: Id,
  width: z.coerce
    .number()
    .refine((width) => (pictureWidths as readonly number[]).includes(width), "unknown width")
    .optional(),
  download: Flag.optional(),
});

interface Placed {
  kind: string;
  orderId?: string | undefined;
  recordId?: string | undefined;
  visibility: Visibility;
}

/** Where a file of this actor goes: customers and partners add to their own orders, and can see what they added. */
const place = async (actor: Actor, given: Placed, mayReach: MayReach): Promise<Placed> => {
  if (actor.kind === "customer") {
    if (given.orderId && given.orderId !== actor.orderId) throw forbidden();
    return { ...given, orderId: actor.orderId, visibility: "customer" };
  }
  if (organizationsWithin(actor) === null) return given;
  const visibility = given.visibility === "customer" ? "customer" : "partner";
  const facts = {
    kind: given.kind,
    visibility,
    orderId: given.orderId ?? null,
    recordId: given.recordId ?? null,
  };
  if (!given.orderId || !(await mayReach(actor, facts))) throw forbidden();
  return { ...given, visibility };
};

/** Adds keeping files and giving them back, under rights. */
export const addFileRoutes = async (
  server: FastifyInstance,
  { platform, mayReach }: { platform: Platform; mayReach: MayReach },
) => {
  const upload = async (uploads: FastifyInstance) => {
    await uploads.register(multipart, { limits: uploadLimits, throwFileSizeLimit: true });
    uploads.post(`${apiRoot}${files.upload.path}`, async (request, reply) => {
      const { actor } = request;
      admit(files.upload, actor);
      const { bytes, name, fields } = await readUpload(request);
      const { fileId: id, ...given } = parse<typeof files.upload>(files.upload, fields);
      const details = { id, ...(await place(actor, given, mayReach)) };
      const prepared = await prepareFile({ bytes, name });
      const as = { action: files.upload.name, actor };
      const kept = await inTransaction(platform, as, (work) => keepFile(work, prepared, details));
      return reply.code(files.upload.status).send(kept);
    });
  };
  await server.register(upload);

  server.get(`${apiRoot}/files/:fileId`, async (request, reply) => {
    const { actor, params, query } = request;
    if (actor.kind === "anonymous") throw notSignedIn();
    const asked = Asked.safeParse({ ...(query as object), ...(params as object) });
    if (!asked.success) throw inputProblem(asked.error.issues);
    const file = await readingAs(platform, actor, (db) =>
      db.selectFrom("files").selectAll().where("id", "=", asked.data.fileId).executeTakeFirst(),
    );
    if (!file || !(await maySeeFile(actor, file, mayReach))) throw notFound();
    return sendFile(platform, file, asked.data, request, reply);
  });
};
