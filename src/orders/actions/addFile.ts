import { action, actorId, notFound } from "#platform";
import { orders as contract } from "../contract.ts";
import { orderFileAdded } from "../events.ts";
import { orderFiles } from "../fileStore.ts";
import { orders } from "../orderStore.ts";
import { mayChangeOrders } from "../policy.ts";

/** Hangs a file on an order: one's own, just uploaded, that hangs nowhere yet. */
export const addFile = action(
  contract.addFile,
  async ({ tx, actor, authorize, note, announce }, { orderId, fileId, kind, visibility }) => {
    authorize(mayChangeOrders(actor));
    await orders.byId(tx, orderId);
    const hung = await tx
      .updateTable("files")
      .set({ orderId, kind, visibility })
      .where("id", "=", fileId)
      .where("uploadedById", "=", actorId(actor))
      .where("orderId", "is", null)
      .where("recordId", "is", null)
      .where("kind", "=", "document")
      .executeTakeFirst();
    const file = hung.numUpdatedRows > 0n ? await orderFiles.byId(tx, { orderId, fileId }) : undefined;
    if (!file) throw notFound();
    note({ recordType: "file", recordId: fileId, orderId, changes: { name: file.name, kind, visibility } });
    announce(orderFileAdded({ id: fileId, orderId, fileName: file.name, kind, visibility }));
    return file;
  },
);
