import { sql } from "kysely";
import { actorId, actorKind } from "./actor.ts";
import { auditRow } from "./audit/audit.ts";
import type { CollectedWork } from "./collectedWork.ts";
import { thenCommit } from "./database/frugalClient.ts";
import type { Tx } from "./database/open.ts";
import type { Platform } from "./platform.ts";

interface EventRow {
  place: number;
  name: string;
  payload: unknown;
  orderId: string | null;
  recordId: string | null;
  actorKind: string;
  actorId: string | null;
  at: string;
  traceparent: string | null;
}

const eventRows = (works: readonly CollectedWork[]): EventRow[] =>
  works
    .flatMap((work) =>
      work.announcements.map(({ name, payload, traceparent = null }) => ({
        name,
        payload,
        orderId: payload.orderId ?? null,
        recordId: payload.id ?? null,
        actorKind: actorKind(work.actor),
        actorId: actorId(work.actor),
        at: work.now,
        traceparent,
      })),
    )
    .map((row, index) => ({ place: index + 1, ...row }));

/** A job of each listener for each event, in the order of the events, unless they have heard already; then what was planned. */
const jobRows = (platform: Platform, works: readonly CollectedWork[], events: readonly EventRow[]) => [
  ...(platform.isPast ? [] : events).flatMap(({ place, name, payload, orderId, at, traceparent }) =>
    platform.listenersOf(name).map((listener) => ({
      kind: listener.name,
      payload,
      key: null,
      event: place,
      orderId,
      runAt: at,
      createdAt: at,
      traceparent,
    })),
  ),
  ...works.flatMap(({ scheduled, now }) =>
    scheduled.map(({ kind, payload, at, key, orderId, traceparent = null }) => ({
      kind,
      payload: payload ?? null,
      key: key ?? null,
      event: null,
      orderId: orderId ?? null,
      runAt: at ?? now,
      createdAt: now,
      traceparent,
    })),
  ),
];

/** What a transaction stored: events by id, and when which order's jobs are due. */
export interface Kept {
  eventIds: readonly number[];
  queued: readonly { orderId: string | null; runAt: string }[];
}

/** Tells the house what a transaction stored. One that stored nothing is not told: workers who looked in vain would wake each other. */
export const tell = (platform: Platform, kept: Kept): void => {
  if (kept.eventIds.length + kept.queued.length > 0) platform.committed(kept);
};

/**
 * Stores in the last statement of a transaction what pieces of work announced, scheduled and noted, and removes the jobs that are done by
 * it: one way to the database instead of four. A job under a key that waits already is not added; one that is being
 * done still counts as waiting, hence jobs are removed after the new ones were added.
 */
export const keep = async (
  platform: Platform,
  tx: Tx,
  works: readonly CollectedWork[],
  doneJobs: readonly number[] = [],
): Promise<Kept> => {
  const events = eventRows(works);
  const jobs = jobRows(platform, works, events);
  const lines = works.flatMap((work) => work.notes.map((note) => auditRow(work, note)));
  if (events.length + jobs.length + lines.length + doneJobs.length === 0) return { eventIds: [], queued: [] };
  const { rows } = await sql<{ id: number }>`${sql.raw(thenCommit)}
    with told as (
      select nextval('events_id_seq') as id, e.*
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(place integer, name text, payload jsonb,
        "orderId" uuid, "recordId" uuid, "actorKind" text, "actorId" text, at timestamptz)
    ), kept as (
      insert into events (id, name, payload, order_id, record_id, actor_kind, actor_id, at) overriding system value
      select id, name, payload, "orderId", "recordId", "actorKind", "actorId", at from told order by place
    ), queued as (
      insert into jobs (kind, payload, key, event_id, order_id, run_at, created_at, traceparent)
      select j.kind, j.payload, j.key, told.id, j."orderId", j."runAt", j."createdAt", j.traceparent
      from rows from (jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as (kind text, payload jsonb, key text,
          event integer, "orderId" uuid, "runAt" timestamptz, "createdAt" timestamptz, traceparent text))
        with ordinality as j(kind, payload, key, event, "orderId", "runAt", "createdAt", traceparent, place)
        left join told on told.place = j.event
      order by j.place
      on conflict (key) do nothing returning id
    ), done as (
      delete from jobs where id = any(${doneJobs}::bigint[]) and (select count(*) from queued) >= 0
    ), noted as (
      insert into audit_lines (at, action, actor_kind, actor_id, actor_name, on_behalf_of, record_type, record_id, order_id,
        changes, reason, address, request_id)
      select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(at timestamptz, action text, "actorKind" text,
        "actorId" text, "actorName" text, "onBehalfOf" text, "recordType" text, "recordId" uuid, "orderId" uuid,
        changes jsonb, reason text, address text, "requestId" text)
    )
    select id from told order by place`.execute(tx);
  return { eventIds: rows.map(({ id }) => id), queued: jobs };
};
