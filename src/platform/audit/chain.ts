import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../database/open.ts";

const sealLock = 4_201_338;
const batch = 1000;

/** The text of a line as it enters the chain; made by the database so that every reader computes the same, in whatever zone. */
const lineText = sql<string>`jsonb_build_array(l.id, l.at at time zone 'UTC', l.action, l.actor_kind, l.actor_id, l.actor_name,
  l.on_behalf_of, l.record_type, l.record_id, l.order_id, l.changes, l.reason, l.address, l.request_id)::text`;

const link = (previous: Buffer, text: string) => createHash("sha256").update(previous).update(text).digest();
const start = Buffer.alloc(32);

/**
 * Seals the audit lines that were committed since the last time: every seal is SHA-256 over the seal before it and the
 * line's content, so a line that is changed, removed or slipped in later breaks the chain. Sealing after the commit keeps
 * writers from waiting for each other. Returns how many lines were sealed.
 */
export const sealAudit = async (db: Db): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { rows: lock } = await sql<{
      got: boolean;
    }>`select pg_try_advisory_xact_lock(${sealLock}) as got`.execute(tx);
    if (!lock[0]?.got) return 0;
    const last = await tx
      .selectFrom("auditSeals")
      .selectAll()
      .orderBy("position", "desc")
      .limit(1)
      .executeTakeFirst();
    const { rows } = await sql<{ id: number; text: string }>`
      select l.id, ${lineText} as text from audit_lines l
      where not exists (select from audit_seals s where s.line_id = l.id)
      order by l.id limit ${batch}`.execute(tx);
    let hash = last?.hash ?? start;
    const seals = rows.map((row, index) => {
      hash = link(hash, row.text);
      return { position: (last?.position ?? 0) + index + 1, lineId: row.id, hash };
    });
    if (seals.length > 0) await tx.insertInto("auditSeals").values(seals).execute();
    return seals.length;
  });

export interface AuditVerdict {
  sealed: number;
  unsealed: number;
  /** The first line whose content no longer fits its seal, if any. */
  brokenAtLine: number | null;
}

/** Walks the whole chain and says whether every sealed line still reads as it was written. */
export const verifyAudit = async (db: Db): Promise<AuditVerdict> => {
  let hash: Buffer = start;
  let position = 0;
  for (;;) {
    const { rows } = await sql<{ position: number; lineId: number; hash: Buffer; text: string | null }>`
      select s.position, s.line_id as "lineId", s.hash, ${lineText} as text
      from audit_seals s left join audit_lines l on l.id = s.line_id
      where s.position > ${position} order by s.position limit ${batch}`.execute(db);
    if (rows.length === 0) break;
    for (const row of rows) {
      hash = link(hash, row.text ?? "");
      if (row.position !== position + 1 || !hash.equals(row.hash))
        return { sealed: position, unsealed: 0, brokenAtLine: row.lineId };
      position = row.position;
    }
  }
  const { rows } = await sql<{ count: number }>`select count(*)::int8 as count from audit_lines l
    where not exists (select from audit_seals s where s.line_id = l.id)`.execute(db);
  return { sealed: position, unsealed: rows[0]?.count ?? 0, brokenAtLine: null };
};
