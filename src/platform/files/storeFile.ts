import { actorId, actorKind } from "../actor.ts";
import { duplicate } from "../http/errors.ts";
import type { Work } from "../work.ts";
import { holdContent } from "./contentLock.ts";
import type { StoredFile, Visibility } from "./contract.ts";
import { type Prepared, prepareFile } from "./prepare.ts";
import { contentHash } from "./store.ts";

export interface FileDetails {
  /** Made by the caller when the file may be sent twice. */
  id?: string | undefined;
  kind: string;
  visibility: Visibility;
  orderId?: string | null | undefined;
  recordId?: string | null | undefined;
}

/** Writes down a file whose content was made fit already. */
export const keepFile = async (work: Work, file: Prepared, details: FileDetails): Promise<StoredFile> => {
  const { tx, actor, now, services } = work;
  const sha256 = contentHash(file.bytes);
  await holdContent(tx, sha256);
  const { size } = await services.files.put(file.bytes, sha256);
  const { mediaType, name } = file;
  const row = {
    ...(details.id ? { id: details.id } : {}),
    sha256,
    size,
    mediaType,
    name,
    kind: details.kind,
    visibility: details.visibility,
    orderId: details.orderId ?? null,
    recordId: details.recordId ?? null,
    uploadedByKind: actorKind(actor),
    uploadedById: actorId(actor),
    createdAt: now,
  };
  const kept = await tx
    .insertInto("files")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (kept) return { id: kept.id, name, mediaType, size };
  const first = await tx
    .selectFrom("files")
    .selectAll()
    .where("id", "=", details.id ?? "")
    .executeTakeFirstOrThrow();
  const isSame = first.sha256.equals(sha256) && first.uploadedById === row.uploadedById;
  if (!isSame) throw duplicate({ constraint: "files_pkey" });
  return { id: first.id, name: first.name, mediaType: first.mediaType, size: first.size };
};

/**
 * Keeps a file with the work: its real type is found out, pictures are written anew without place and camera notes.
 * Content lies in the file store under its hash; a file whose work did not come through leaves only unused content.
 */
export const storeFile = async (
  work: Work,
  { bytes, name, ...details }: FileDetails & { bytes: Uint8Array; name: string },
): Promise<StoredFile> => keepFile(work, await prepareFile({ bytes, name }), details);
