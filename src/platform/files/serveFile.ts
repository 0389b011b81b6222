import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Selectable } from "kysely";
import type { Tables } from "../database/open.ts";
import type { Platform } from "../platform.ts";
import { holdContent } from "./contentLock.ts";
import { disposition } from "./fileName.ts";
import { rendered } from "./prepare.ts";
import { noPreview } from "./problems.ts";

type FileRow = Selectable<Tables["files"]>;

/** A smaller picture, made when first asked for and kept from then on. */
const renderingOf = async ({ database, services }: Platform, file: FileRow, width: number) => {
  const known = await database.db
    .selectFrom("fileRenderings")
    .selectAll()
    .where("sourceSha256", "=", file.sha256)
    .where("width", "=", width)
    .executeTakeFirst();
  if (known) return { bytes: await services.files.get(known.sha256), mediaType: known.mediaType };
  const bytes = await rendered(await services.files.get(file.sha256), width);
  await database.db.transaction().execute(async (tx) => {
    await holdContent(tx, createHash("sha256").update(bytes).digest());
    const { sha256 } = await services.files.put(bytes);
    await tx
      .insertInto("fileRenderings")
      .values({ sourceSha256: file.sha256, width, sha256, mediaType: "image/webp" })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return { bytes, mediaType: "image/webp" };
};

const contentOf = async (platform: Platform, file: FileRow, width: number | undefined) => {
  if (width && !file.mediaType.startsWith("image/")) throw noPreview();
  if (width && file.mediaType !== "image/heic") return renderingOf(platform, file, width);
  return { bytes: await platform.services.files.get(file.sha256), mediaType: file.mediaType };
};

/** Sends a file to somebody who may see it; content never changes, so the browser may keep it. */
export const sendFile = async (
  platform: Platform,
  file: FileRow,
  { width, download }: { width?: number | undefined; download?: boolean | undefined },
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const tag = `"${file.sha256.toString("hex").slice(0, 32)}${width ? `-${width}` : ""}"`;
  reply.header("cache-control", "private, max-age=31536000, immutable").header("etag", tag);
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  const { bytes, mediaType } = await contentOf(platform, file, width);
  if (mediaType.startsWith("image/")) reply.header("content-security-policy", "default-src 'none'; sandbox");
  return reply
    .type(mediaType)
    .header("content-disposition", disposition(file.name, download ? "attachment" : "inline"))
    .header("x-content-type-options", "nosniff")
    .send(bytes);
};
