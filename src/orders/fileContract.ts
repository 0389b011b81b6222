import { z } from "zod";
import { endpoint, filledText, Id, Instant } from "#platform/contract";
import { StoredFile, Visibility } from "#platform/files/contract";

/** What the office says a file is; others bring kinds of their own, such as the photos of a questionnaire. */
export const officeFileKinds = ["document", "picture", "drawing", "permit", "agreement", "damage"] as const;
export const OfficeFileKind = z.enum(officeFileKinds);
export type OfficeFileKind = z.infer<typeof OfficeFileKind>;

export const OrderFile = StoredFile.extend({
  kind: z.string(),
  visibility: Visibility,
  uploadedByKind: z.string(),
  /** Whoever brought it, by name; told in the house only. */
  uploadedBy: z.string().nullable(),
  createdAt: Instant,
});
export type OrderFile = z.infer<typeof OrderFile>;

const oneFile = z.object({ orderId: Id, fileId: Id });

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
  addFile: endpoint({
    name: "orders.addFile",
    summary: "Hang a file on an order that the caller uploaded just before with `POST /files`",
    method: "POST",
    path: "/orders/:orderId/files",
    doors: ["office"],
    params: z.object({ orderId: Id }),
    body: z.object({ fileId: Id, kind: OfficeFileKind, visibility: Visibility.default("internal") }),
    response: OrderFile,
    status: 201,
  }),
  removeFile: endpoint({
    name: "orders.removeFile",
    summary:
      "Take a file off an order that the office hung there; the audit log keeps what it was and why it went",
    method: "POST",
    path: "/orders/:orderId/files/:fileId/remove",
    doors: ["office"],
    params: oneFile,
    body: z.object({ reason: filledText(500) }),
    response: z.object({ id: Id }),
  }),
  showFile: endpoint({
    name: "orders.showFile",
    summary: "Say who may see a file of an order: the house, also partners, or the customer too",
    method: "PATCH",
    path: "/orders/:orderId/files/:fileId",
    doors: ["office"],
    params: oneFile,
    body: z.object({ visibility: Visibility }),
    response: OrderFile,
  }),
};
