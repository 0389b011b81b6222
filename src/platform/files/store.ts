import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Keeps bytes under their own SHA-256; the same content is kept once. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<{ sha256: Buffer; size: number }>;
  get(sha256: Uint8Array): Promise<Buffer>;
}

/** Files on the local disk, in folders by the first two hex digits; a file appears whole or not at all. */
export const localFiles = (folder: string): FileStore => {
  const place = (sha256: Uint8Array) => {
    const name = Buffer.from(sha256).toString("hex");
    return { folder: join(folder, name.slice(0, 2)), path: join(folder, name.slice(0, 2), name) };
  };
  return {
    async put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest();
      const to = place(sha256);
      await mkdir(to.folder, { recursive: true });
      const draft = `${to.path}.${process.pid}.${crypto.randomUUID()}`;
      await writeFile(draft, bytes);
      await rename(draft, to.path);
      return { sha256, size: bytes.byteLength };
    },
    get: (sha256) => readFile(place(sha256).path),
  };
};
