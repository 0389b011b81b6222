import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { create, extract } from "tar";
import { Misuse } from "../command.ts";

const isArchive = (path: string) => /\.(tar\.gz|tgz)$/.test(path);

/**
 * Makes a backup whole or not at all: `fill` works in a folder beside the target, which then gets its name, or is packed
 * into one file when the name ends in `.tar.gz`.
 */
export const makeWhole = async (to: string, fill: (folder: string) => Promise<void>): Promise<string> => {
  const target = resolve(to);
  if (existsSync(target)) throw new Misuse(`${target} exists already; name another file or folder`);
  await mkdir(dirname(target), { recursive: true });
  const half = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await fill(half);
    if (!isArchive(target)) await rename(half, target);
    else {
      const packed = `${half}.part`;
      await create({ gzip: { level: 3 }, portable: true, cwd: half, file: packed }, ["."]);
      await rename(packed, target);
    }
    return target;
  } finally {
    await rm(half, { recursive: true, force: true });
    await rm(`${half}.part`, { force: true });
  }
};

/** Lays a backup out as a folder for as long as `use` needs it. */
export const laidOut = async <T>(
  from: string,
  besides: string,
  use: (folder: string) => Promise<T>,
): Promise<T> => {
  const source = resolve(from);
  if (!existsSync(source)) throw new Misuse(`${source} does not exist`);
  if ((await stat(source)).isDirectory()) return use(source);
  const folder = await mkdtemp(join(besides, ".restore-"));
  try {
    await extract({ file: source, cwd: folder }).catch(() => {
      throw new Misuse(`${source} is not a backup made with npm run manage -- backup, or not a whole one`);
    });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
