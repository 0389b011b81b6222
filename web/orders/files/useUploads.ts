import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type OfficeFileKind, orders } from "#orders/contract";
import { Problem } from "#platform/contract";
import { files as fileCalls } from "#platform/files/contract";
import { call, upload } from "../../api/call.ts";
import { newId } from "../../api/newId.ts";

/** A file on its way to an order. */
export interface Uploading {
  id: string;
  file: File;
  kind: OfficeFileKind;
  /** How much of it is sent, from 0 to 1. */
  part: number;
  problem?: unknown;
}

const mostMegabytes = 15;

/** What can be said before anything is sent. */
const refusalOf = (file: File) =>
  file.size > mostMegabytes * 1024 * 1024
    ? new Problem("platform/file-too-large", 413, "This file is too large", { mostMegabytes })
    : undefined;

/** Files of an order on their way: each under an id made here, so that trying again makes no second file. */
export const useUploads = (orderId: string) => {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Uploading[]>([]);
  const drop = (id: string) => setUploads((all) => all.filter((each) => each.id !== id));
  const set = (id: string, change: Partial<Uploading>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each)));

  const send = async ({ id: fileId, file, kind }: Uploading) => {
    set(fileId, { part: 0, problem: undefined });
    try {
      await upload(fileCalls.upload, { fileId, kind: "document" }, file, {
        idempotencyKey: fileId,
        onProgress: (part) => set(fileId, { part }),
      });
      await call(orders.addFile, { orderId, fileId, kind }, { idempotencyKey: `${fileId}+` });
      await client.invalidateQueries({ queryKey: [orders.files.name] });
      drop(fileId);
    } catch (problem) {
      set(fileId, { problem });
    }
  };

  const add = (chosen: readonly File[], kind: OfficeFileKind) => {
    const begun = chosen.map((file) => ({ id: newId(), file, kind, part: 0, problem: refusalOf(file) }));
    setUploads((all) => [...all, ...begun]);
    // One after another: the line is as wide as it is, and what is first is seen first.
    void begun
      .filter(({ problem }) => !problem)
      .reduce<Promise<void>>((before, each) => before.then(() => send(each)), Promise.resolve());
  };
  return { uploads, add, drop, retry: (each: Uploading) => void send(each) };
};
