import { z } from "zod";
import { endpoint, Id, Instant } from "#platform/contract";
import { StoredFile, Visibility } from "#platform/files/contract";

export const OrderFile = StoredFile.extend({
  kind: z.string(),
  visibility: Visibility,
  uploadedByKind: z.string(),
  createdAt: Instant,
});
export type OrderFile = z.infer<typeof OrderFile>;

export const fileCalls = {
  files: endpoint({
    name: "orders.files",
    summary:
      "The files of an order that the caller may see; quotes, invoices and work orders stand with their own",
    method: "GET",
    path: "/orders/:orderId/files",
    doors: ["office", "partner", "customer"],
    params: z.object({ orderId: Id }),
    response: z.object({ rows: z.array(OrderFile) }),
  }),
  showFile: endpoint({
    name: "orders.showFile",
    summary: "Say who may see a file of an order: the house, also partners, or the customer too",
    method: "PATCH",
    path: "/orders/:orderId/files/:fileId",
    doors: ["office"],
    params: z.object({ orderId: Id, fileId: Id }),
    body: z.object({ visibility: Visibility }),
    response: OrderFile,
  }),
};
