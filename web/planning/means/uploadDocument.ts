import { files } from "#platform/files/contract";
import { upload } from "../../api/call.ts";
import { untilSent } from "../../api/untilSent.ts";

/** Keeps a scan or PDF that belongs to a certificate; staff only. */
export const uploadDocument = async (file: File): Promise<string> =>
  (await untilSent(() => upload(files.upload, { kind: "certificate" }, file))).id;
