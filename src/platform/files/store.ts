import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The name of content. */
export const contentHash = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** Keeps bytes under their own SHA-256; the same content is kept once. */
export interface FileStore {
  /** Who knows the hash already hands it over; a large file is not read twice for it. */
  put(bytes: Uint8Array, hash?: Buffer): Promise<{ sha256: Buffer; size: number }>;
  get(sha256: Uint8Array): Promise<Buffer>;
  /** The hashes of all content, some at a time. */
  list(): AsyncIterable<Buffer[]>;
  /** Takes content away; gives how many bytes that were, none when it was gone. */
  remove(sha256: Uint8Array): Promise<number>;
}

const unlessGone = (error: NodeJS.ErrnoException) => {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw error;
};

const namesIn = async (folder: string) => (await readdir(folder).catch(unlessGone)) ?? [];

/** What is named by a hash among some names; others are drafts of files that are being written. */
export const hashesAmong = (names: readonly string[]): Buffer[] =>
  names.filter((name) => /^[0-9a-f]{64}$/.test(name)).map((name) => Buffer.from(name, "hex"));

/** Files on the local disk, in folders by the first two hex digits; a file appears whole or not at all. */
export const localFiles = (folder: string): FileStore => {
  const place = (sha256: Uint8Array) => {
    const name = Buffer.from(sha256).toString("hex");
    return { folder: join(folder, name.slice(0, 2)), path: join(folder, name.slice(0, 2), name) };
  };
  return {
    async put(bytes, sha256 = contentHash(bytes)) {
      const to = place(sha256);
      await mkdir(to.folder, { recursive: true });
      const draft = `${to.path}.${process.pid}.${crypto.randomUUID()}`;
      await writeFile(draft, bytes);
      await rename(draft, to.path);
      return { sha256, size: bytes.byteLength };
    },
    get: (sha256) => readFile(place(sha256).path),
    async *list() {
      for (const part of await namesIn(folder)) yield hashesAmong(await namesIn(join(folder, part)));
    },
    async remove(sha256) {
      const { path } = place(sha256);
      const found = await stat(path).catch(unlessGone);
      await rm(path, { force: true });
      return found?.size ?? 0;
    },
  };
};
