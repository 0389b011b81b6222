import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EmbeddedServer } from "../command.ts";

export interface Copied {
  from: string;
  to: string;
}

const isFilled = async (path: string) => existsSync(path) && (await readdir(path)).length > 0;

/** Whether a home holds data already: a database or files. */
export const holdsData = async (paths: readonly string[]): Promise<boolean> => {
  for (const path of paths) if (await isFilled(path)) return true;
  return false;
};

/** Gives a folder and everything in it to the account that PostgreSQL runs as. */
export const giveTo = async (path: string, owner: EmbeddedServer["owner"]): Promise<void> => {
  await chmod(path, 0o700);
  if (!owner) return;
  await chown(path, owner.uid, owner.gid);
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true }))
    await chown(join(entry.parentPath, entry.name), owner.uid, owner.gid);
};

/**
 * Puts folders and files in place of others; when what follows fails, the old ones come back. They are thrown away only
 * after that.
 */
export const replaceWhile = async <T>(moves: readonly Copied[], then: () => Promise<T>): Promise<T> => {
  const aside = (path: string) => `${path}.before-restore`;
  const present = moves.filter(({ from }) => existsSync(from));
  for (const { to } of present) if (existsSync(to)) await rename(to, aside(to));
  try {
    for (const { from, to } of present) {
      await mkdir(dirname(to), { recursive: true });
      await cp(from, to, { recursive: true });
    }
    const result = await then();
    for (const { to } of present) await rm(aside(to), { recursive: true, force: true });
    return result;
  } catch (error) {
    for (const { to } of present) {
      await rm(to, { recursive: true, force: true });
      if (existsSync(aside(to))) await rename(aside(to), to);
    }
    throw error;
  }
};
