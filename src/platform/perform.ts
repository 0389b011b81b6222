import type { Request } from "./action.ts";
import type { Actor } from "./actor.ts";
import { actorId, actorKind } from "./actor.ts";
import { type AuditNote, writeAudit } from "./audit/audit.ts";
import { json } from "./database/json.ts";
import type { Tx } from "./database/open.ts";
import type { Announcement } from "./events.ts";
import type { Scheduled } from "./jobs/jobs.ts";
import type { Platform } from "./platform.ts";
import type { Work } from "./work.ts";

interface Performed<T> {
  result: T;
  eventIds: number[];
}

/** A piece of work that collects what it announces, schedules and notes, and stores all of it at the end. */
class CollectedWork implements Work {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: string;
  readonly services: Work["services"];
  readonly announcements: Announcement[] = [];
  readonly scheduled: Scheduled[] = [];
  readonly notes: AuditNote[] = [];

  constructor(platform: Platform, tx: Tx, actor: Actor, now: string) {
    this.tx = tx;
    this.actor = actor;
    this.now = now;
    this.services = platform.services;
    this.announce = this.announce.bind(this);
    this.schedule = this.schedule.bind(this);
    this.note = this.note.bind(this);
  }

  announce(...announcements: Announcement[]) {
    this.announcements.push(...announcements);
  }

  schedule(...jobs: Scheduled[]) {
    this.scheduled.push(...jobs);
  }

  note(note: AuditNote) {
    this.notes.push(note);
  }
}

const storeEvents = async (work: CollectedWork): Promise<number[]> => {
  if (work.announcements.length === 0) return [];
  const rows = work.announcements.map(({ name, payload }) => ({
    name,
    payload: json(payload),
    orderId: payload.orderId ?? null,
    recordId: payload.id ?? null,
    actorKind: actorKind(work.actor),
    actorId: actorId(work.actor),
    at: work.now,
  }));
  const stored = await work.tx.insertInto("events").values(rows).returning("id").execute();
  return stored.map((row) => row.id);
};

const storeJobs = async (platform: Platform, work: CollectedWork, eventIds: readonly number[]) => {
  const heard = work.announcements.flatMap(({ name, payload }, index) =>
    platform.listenersOf(name).map((listener) => ({
      kind: listener.name,
      payload: json(payload),
      key: null,
      eventId: eventIds[index] ?? null,
      orderId: payload.orderId ?? null,
      runAt: work.now,
      createdAt: work.now,
    })),
  );
  const planned = work.scheduled.map(({ kind, payload, at, key, orderId }) => ({
    kind,
    payload: json(payload),
    key: key ?? null,
    eventId: null,
    orderId: orderId ?? null,
    runAt: at ?? work.now,
    createdAt: work.now,
  }));
  const rows = [...heard, ...planned];
  if (rows.length > 0)
    await work.tx
      .insertInto("jobs")
      .values(rows)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  return rows.length;
};

/**
 * Does a piece of work inside a transaction and stores with it what it announced, scheduled and noted.
 * `action` is the name under which it stands in the audit log; without a note there is no line, except for people's actions.
 */
export const perform = async <T>(
  platform: Platform,
  tx: Tx,
  as: { action: string; actor: Actor; now?: string; request?: Request | undefined },
  handle: (work: Work) => Promise<T>,
): Promise<Performed<T>> => {
  const work = new CollectedWork(platform, tx, as.actor, as.now ?? platform.now());
  const result = await handle(work);
  const eventIds = await storeEvents(work);
  await storeJobs(platform, work, eventIds);
  for (const note of work.notes)
    await writeAudit(tx, { action: as.action, actor: as.actor, at: work.now, note, request: as.request });
  return { result, eventIds };
};

/** Opens a transaction, does the work in it, and wakes listeners and live screens after the commit. */
export const inTransaction = async <T>(
  platform: Platform,
  as: { action: string; actor: Actor; now?: string; request?: Request | undefined },
  handle: (work: Work) => Promise<T>,
): Promise<T> => {
  const { result, eventIds } = await platform.database.db
    .transaction()
    .execute((tx) => perform(platform, tx, as, handle));
  platform.committed(eventIds);
  return result;
};
