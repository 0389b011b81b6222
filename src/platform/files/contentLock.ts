import { sql } from "kysely";
import type { Db } from "../database/open.ts";

const keyOf = (sha256: Uint8Array) => `content/${Buffer.from(sha256).toString("hex")}`;

/** Whoever keeps content holds it until its row is there: until then nobody takes it for unused. */
export const holdContent = async (tx: Db, sha256: Uint8Array): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${keyOf(sha256)}, 0))`.execute(tx);
};

/** Whoever takes content away waits for those who keep it just now, and they wait for it. */
export const holdContentAlone = async (tx: Db, sha256: Uint8Array): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(sha256)}, 0))`.execute(tx);
};
