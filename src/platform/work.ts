import type { Actor } from "./actor.ts";
import type { AuditNote } from "./audit/audit.ts";
import type { Instant } from "./contract/index.ts";
import type { Db, Tx } from "./database/open.ts";
import type { Announcement } from "./events.ts";
import type { Scheduled } from "./jobs/jobs.ts";
import type { Services } from "./services.ts";

/** A piece of work in one transaction: what actions, listeners and jobs are handed, and hand on to each other. */
export interface Work {
  tx: Tx;
  /** For the few things that stay when this work is rolled back, such as a number that was drawn. */
  aside: Db;
  actor: Actor;
  now: Instant;
  services: Services;
  /** Stores an event with the change; listeners and live screens hear of it after the commit. */
  announce(...announcements: Announcement[]): void;
  /** Puts a job in the queue with the change. */
  schedule(...jobs: Scheduled[]): void;
  /** Adds to the audit line of this work: what changed, and why. */
  note(note: AuditNote): void;
}
