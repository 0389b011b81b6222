import { z } from "zod";
import { endpoint, Id } from "#platform/contract";

/** Who may see a file: only staff, also partners on the order, or everybody on the order. */
export const Visibility = z.enum(["internal", "partner", "customer"]);
export type Visibility = z.infer<typeof Visibility>;

/** Widths in which a picture can be asked for. */
export const pictureWidths = [320, 640, 1280] as const;

/** A stored file, as screens need it; its content is at `/api/v1/files/<id>`, smaller with `?width=320`. */
export const StoredFile = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
});
export type StoredFile = z.infer<typeof StoredFile>;

export const files = {
  upload: endpoint({
    name: "files.upload",
    summary: "Keep a picture or PDF (multipart/form-data, the file last, under `file`)",
    method: "POST",
    path: "/files",
    doors: ["office", "field", "partner", "customer"],
    body: z.object({
      /** Made by whoever sends it, so that sending it again makes no second file. */
      fileId: Id.optional(),
      kind: z
        .string()
        .regex(/^[a-z][a-z0-9-]{0,49}$/)
        .default("photo"),
      orderId: Id.optional(),
      recordId: Id.optional(),
      visibility: Visibility.default("internal"),
    }),
    response: StoredFile,
    status: 201,
  }),
};
