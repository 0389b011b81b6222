import { sql } from "kysely";
import { action, type Db, isStaff, notFound, query } from "#platform";
import { orders as contract } from "./contract.ts";
import { orderFileShown } from "./events.ts";
import { orders } from "./orderStore.ts";
import { mayChangeOrders } from "./policy.ts";

/** What stands elsewhere: papers with their own, and signatures on their papers. */
const elsewhere = ["signature", "quote", "invoice", "work-order"];

const columns = [
  "id",
  "name",
  "mediaType",
  "size",
  "kind",
  "visibility",
  "uploadedByKind",
  "createdAt",
] as const;

const forHouse = (db: Db, orderId: string) =>
  db
    .selectFrom("files")
    .select(columns)
    .where("orderId", "=", orderId)
    .where("kind", "not in", elsewhere)
    .orderBy("createdAt", "desc")
    .limit(200)
    .execute();

/** The database itself shows partners and customers what is meant for them. */
const forOthers = async (db: Db, orderId: string) => {
  const { rows } = await sql<Awaited<ReturnType<typeof forHouse>>[number]>`
    select * from order_files(${orderId}) where kind <> all (${elsewhere}) order by created_at desc limit 200`.execute(
    db,
  );
  return rows;
};

/** The files of an order: everything for the house, what is meant for them for partners and customers. */
export const filesOfOrder = query(contract.files, async ({ db, actor }, { orderId }) => {
  await orders.byId(db, orderId);
  if (isStaff(actor)) return { rows: await forHouse(db, orderId) };
  const rows = await forOthers(db, orderId);
  return { rows: actor.kind === "customer" ? rows.filter((row) => row.uploadedByKind !== "customer") : rows };
});

/** Says who may see a file. */
export const showFile = action(
  contract.showFile,
  async ({ tx, actor, authorize, note, announce }, { orderId, fileId, visibility }) => {
    authorize(mayChangeOrders(actor));
    const shown = await tx
      .updateTable("files")
      .set({ visibility })
      .where("id", "=", fileId)
      .where("orderId", "=", orderId)
      .where("kind", "not in", elsewhere)
      .returning(columns)
      .executeTakeFirst();
    if (!shown) throw notFound();
    note({ recordType: "file", recordId: fileId, orderId, changes: { visibility } });
    announce(orderFileShown({ id: fileId, orderId, visibility }));
    return shown;
  },
);
