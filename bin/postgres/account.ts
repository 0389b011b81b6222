import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The account PostgreSQL runs as: undefined means "simply ours". */
export type Account = { uid: number; gid: number } | undefined;

const nobody = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses root. Root therefore lends it the account that owns the data already, or `nobody`.
 * Everyone else runs it as themselves.
 */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  if (!existsSync(cluster)) return nobody;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? nobody : { uid, gid };
}

/** Says whether `account` can walk to `path` and read what is there; folders that do not exist yet are skipped. */
export function canReach(account: Account, path: string): boolean {
  if (!account) return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && !allows(account, at, at === resolve(path) ? 5 : 1)) return false;
    if (at === dirname(at)) return true;
  }
}

function allows(account: { uid: number; gid: number }, path: string, need: number): boolean {
  const link = lstatSync(path);
  const { mode, uid, gid } = link.isSymbolicLink() ? statSync(path) : link;
  const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  return (bits & need) === need;
}
