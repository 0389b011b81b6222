import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../database/open.ts";
import { job, outside, recurring } from "../jobs/jobs.ts";
import { later } from "../time.ts";
import { holdContentAlone } from "./contentLock.ts";
import type { FileStore } from "./store.ts";

/** Content stays so long after nobody names it: a backup or an upload under way may still need it. */
const grace = "P1D";

const isNamed = sql<boolean>`exists (select from files where sha256 = c.sha256)
  or exists (select from file_renderings where sha256 = c.sha256)`;

/** Remembers which of some content nobody names, since when, and forgets what is named again; gives what is due to go. */
const dueToGo = async (db: Db, hashes: readonly Buffer[], now: string): Promise<Buffer[]> => {
  const { rows } = await sql<{ sha256: Buffer }>`
    with c as (select unnest(${hashes}::bytea[]) as sha256),
    unused as (select sha256 from c where not (${isNamed})),
    named as (delete from unused_content u using c where u.sha256 = c.sha256 and (${isNamed})),
    seen as (insert into unused_content (sha256, seen_at) select sha256, ${now} from unused on conflict do nothing)
    select u.sha256 from unused_content u join unused on unused.sha256 = u.sha256
    where u.seen_at <= ${later(now, `-${grace}`)}`.execute(db);
  return rows.map(({ sha256 }) => sha256);
};

/** Takes content away unless somebody names it by now; whoever keeps the same content waits meanwhile. */
const takeAway = (db: Db, store: FileStore, sha256: Buffer): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await holdContentAlone(tx, sha256);
    await tx.deleteFrom("unusedContent").where("sha256", "=", sha256).execute();
    const { rows } = await sql<{ named: boolean }>`
      select ${isNamed} as named from (select ${sha256}::bytea as sha256) c`.execute(tx);
    return rows[0]?.named ? 0 : store.remove(sha256);
  });

export interface Cleared {
  pieces: number;
  bytes: number;
}

/** Goes through the whole store and takes away what nobody has named for a day. */
export const clearUnused = async (db: Db, store: FileStore, now: string): Promise<Cleared> => {
  await sql`delete from file_renderings r where not exists (select from files where sha256 = r.source_sha256)`.execute(
    db,
  );
  const cleared = { pieces: 0, bytes: 0 };
  for await (const hashes of store.list())
    for (const sha256 of await dueToGo(db, hashes, now)) {
      const bytes = await takeAway(db, store, sha256);
      if (bytes > 0) cleared.pieces += 1;
      cleared.bytes += bytes;
    }
  return cleared;
};

/** Removes unused content without a transaction around all of it; the audit log keeps how much went. */
export const clearContent = job(
  "files/clear-content",
  z.object({}),
  async ({ aside, services, now }) =>
    outside(
      () => clearUnused(aside, services.files, now),
      async ({ note }, outcome) => {
        if ("error" in outcome) throw outcome.error;
        const { pieces, bytes } = outcome.value;
        if (pieces > 0) note({ recordType: "file", changes: { pieces, bytes } });
      },
    ),
  { attempts: 2, lease: "PT2H" },
);

/** At night, when nobody is kept waiting. */
export const clearContentNightly = recurring("files/clear-nightly", "50 3 * * *", async (work) => {
  work.schedule(clearContent({}, { key: "files/clear-content" }));
});
