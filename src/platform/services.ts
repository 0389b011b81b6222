import type { Db } from "./database/open.ts";
import type { FileStore } from "./files/store.ts";
import type { IdentitySecrets } from "./identity/secrets.ts";
import type { MagicLink } from "./identity/signIn/links.ts";
import type { Links } from "./links.ts";
import type { Outbound } from "./outbound/outbound.ts";
import type { Work } from "./work.ts";

/**
 * What is reached outside the database. A capability adds the interface it needs by declaration merging
 * (`declare module "#platform" { interface Services { payments: PaymentProvider } }`) and `main` puts in the
 * built-in default or the configured adapter.
 */
export interface Services {
  files: FileStore;
  links: Links;
  identity: IdentitySecrets;
  /** Mails a link to sign in with, in the transaction that made it. */
  sendMagicLink?: (work: Work, link: MagicLink) => Promise<void>;
  /** How the people behind customers' links are called, by id, for a reader who may know; the audit log itself names their ids. */
  customerNames?: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Calls addresses that partners and people gave us. */
  outbound: Outbound;
  /** Puts in the log what went wrong in work that went on, such as one that tells people by a code. */
  logError?: (error: unknown, during: string) => void;
  /** Where the platform is reached from outside, without a trailing slash. */
  baseUrl: string;
}
