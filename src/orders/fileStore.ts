import { sql } from "kysely";
import type { Db } from "#platform";
import { nameOfCaller } from "./actorNames.ts";
import type { OrderFile } from "./fileContract.ts";

/** What stands elsewhere: papers with their own, and signatures on their papers. */
export const elsewhere = ["signature", "quote", "invoice", "work-order"];

const shown = (db: Db) =>
  db
    .selectFrom("files as f")
    .select([
      "f.id",
      "f.name",
      "f.mediaType",
      "f.size",
      "f.kind",
      "f.visibility",
      "f.uploadedByKind",
      "f.createdAt",
    ])
    .select(nameOfCaller("f.uploadedById").as("uploadedBy"))
    .where("f.kind", "not in", elsewhere);

/** The files of orders, as the house and as others see them. */
export const orderFiles = {
  forHouse: (db: Db, orderId: string) =>
    shown(db).where("f.orderId", "=", orderId).orderBy("f.createdAt", "desc").limit(200).execute(),

  byId: (db: Db, { orderId, fileId }: { orderId: string; fileId: string }) =>
    shown(db).where("f.orderId", "=", orderId).where("f.id", "=", fileId).executeTakeFirst(),

  /** The database itself shows partners and customers what is meant for them. */
  async forOthers(db: Db, orderId: string): Promise<OrderFile[]> {
    const { rows } = await sql<OrderFile>`
      select *, null as uploaded_by from order_files(${orderId}) where kind <> all (${elsewhere})
      order by created_at desc limit 200`.execute(db);
    return rows;
  },
};
