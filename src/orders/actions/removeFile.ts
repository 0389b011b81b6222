import { action, notFound } from "#platform";
import { orders as contract } from "../contract.ts";
import { orderFileRemoved } from "../events.ts";
import { officeFileKinds } from "../fileContract.ts";
import { orderFiles } from "../fileStore.ts";
import { mayChangeOrders } from "../policy.ts";
import { fileIsEvidence } from "../problems.ts";

/** Takes a file of the office off an order. What customer, partner or crew brought is evidence and stays. */
export const removeFile = action(
  contract.removeFile,
  async ({ tx, actor, authorize, note, announce }, { orderId, fileId, reason }) => {
    authorize(mayChangeOrders(actor));
    const file = await orderFiles.byId(tx, { orderId, fileId });
    if (!file) throw notFound();
    const isOurs = file.uploadedByKind === "person" && officeFileKinds.some((kind) => kind === file.kind);
    if (!isOurs) throw fileIsEvidence();
    const { sha256 } = await tx
      .deleteFrom("files")
      .where("id", "=", fileId)
      .returning("sha256")
      .executeTakeFirstOrThrow();
    const { name, kind, size, uploadedBy } = file;
    note({
      recordType: "file",
      recordId: fileId,
      orderId,
      reason,
      changes: { removed: { name, kind, size, uploadedBy, sha256: sha256.toString("hex") } },
    });
    announce(orderFileRemoved({ id: fileId, orderId, fileName: name, reason }));
    return { id: fileId };
  },
);
