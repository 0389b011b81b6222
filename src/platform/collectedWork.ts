import type { Request } from "./action.ts";
import type { Actor } from "./actor.ts";
import type { AuditNote } from "./audit/audit.ts";
import type { Db, Tx } from "./database/open.ts";
import type { Announcement } from "./events.ts";
import type { Scheduled } from "./jobs/jobs.ts";
import type { Platform } from "./platform.ts";
import { theTracer } from "./tracing/traced.ts";
import type { Work } from "./work.ts";

/** In whose name work is done: `action` is how it is called in the audit log. */
export interface WorkAs {
  action: string;
  actor: Actor;
  now?: string;
  request?: Request | undefined;
}

/** What is asked for now goes on later; where traces are kept it knows by whom it was asked. */
const inThisTrace = <Asked extends object>(asked: readonly Asked[]): readonly Asked[] => {
  const traceparent = theTracer()?.traceparent();
  return traceparent ? asked.map((each) => ({ ...each, traceparent })) : asked;
};

/** A piece of work that collects what it announces, schedules and notes, to be stored at the end. */
export class CollectedWork implements Work {
  readonly tx: Tx;
  readonly aside: Db;
  readonly action: string;
  readonly actor: Actor;
  readonly now: string;
  readonly request: Request | undefined;
  readonly services: Work["services"];
  readonly announcements: Announcement[] = [];
  readonly scheduled: Scheduled[] = [];
  readonly notes: AuditNote[] = [];

  constructor(platform: Platform, tx: Tx, as: WorkAs) {
    this.tx = tx;
    this.aside = platform.database.aside;
    this.action = as.action;
    this.actor = as.actor;
    this.now = as.now ?? platform.now();
    this.request = as.request;
    this.services = platform.services;
    this.announce = this.announce.bind(this);
    this.schedule = this.schedule.bind(this);
    this.note = this.note.bind(this);
  }

  announce(...announcements: Announcement[]) {
    this.announcements.push(...inThisTrace(announcements));
  }

  schedule(...jobs: Scheduled[]) {
    this.scheduled.push(...inThisTrace(jobs));
  }

  note(note: AuditNote) {
    this.notes.push(note);
  }
}
