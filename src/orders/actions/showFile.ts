import { action, notFound } from "#platform";
import { orders as contract } from "../contract.ts";
import { orderFileShown } from "../events.ts";
import { orderFiles } from "../fileStore.ts";
import { mayChangeOrders } from "../policy.ts";

/** Says who may see a file. */
export const showFile = action(
  contract.showFile,
  async ({ tx, actor, authorize, note, announce }, { orderId, fileId, visibility }) => {
    authorize(mayChangeOrders(actor));
    const file = await orderFiles.byId(tx, { orderId, fileId });
    if (!file) throw notFound();
    await tx.updateTable("files").set({ visibility }).where("id", "=", fileId).execute();
    note({ recordType: "file", recordId: fileId, orderId, changes: { visibility } });
    announce(orderFileShown({ id: fileId, orderId, fileName: file.name, visibility }));
    return { ...file, visibility };
  },
);
