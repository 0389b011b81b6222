import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type OfficeFileKind, orders } from "#orders/contract";
import { Problem } from "#platform/contract";
import { files as fileCalls } from "#platform/files/contract";
import { call, upload } from "../../api/call.ts";
import { newId } from "../../api/newId.ts";
import { untilSent } from "../../api/untilSent.ts";
import { toast } from "../../ui/toasts.ts";
import { commonWords } from "../../words/common.ts";
import { language } from "../../words/language.ts";
import { sentenceOf } from "../../words/problems.ts";
import { translatorOf } from "../../words/words.ts";
import { fileWords } from "./fileWords.ts";

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

/** Whether sending the same file once more can work. */
export const canRetry = (problem: unknown) =>
  !(problem instanceof Problem) || ![413, 415, 422].includes(problem.status);

const tellNotSent = ({ name }: File, problem: unknown, retry: () => void) => {
  const message = translatorOf(fileWords, language())("notSent", {
    name,
    why: sentenceOf(problem, language()),
  });
  const action = { label: translatorOf(commonWords, language())("retry"), run: retry };
  toast({ tone: "danger", message, stays: true, ...(canRetry(problem) ? { action } : {}) });
};

/** Keeps a file and puts it with the order; said again, it is the same file. */
const sendFile = async (
  orderId: string,
  { id, file, kind }: Uploading,
  onProgress: (part: number) => void,
) => {
  const options = { idempotencyKey: id, onProgress };
  await upload(fileCalls.upload, { fileId: id, kind: "document" }, file, options);
  await call(orders.addFile, { orderId, fileId: id, kind }, { idempotencyKey: `${id}+` });
};

/** Whether somebody still looks at what uses this. */
const useLooking = () => {
  const looking = useRef(false);
  useEffect(() => {
    looking.current = true;
    return () => void (looking.current = false);
  }, []);
  return looking;
};

/** Files of an order on their way: each under an id made here, so that trying again makes no second file. */
export const useUploads = (orderId: string) => {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<Uploading[]>([]);
  const looking = useLooking();
  const drop = (id: string) => setUploads((all) => all.filter((each) => each.id !== id));
  const set = (id: string, change: Partial<Uploading>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each)));

  const send = async (each: Uploading) => {
    set(each.id, { part: 0, problem: undefined });
    try {
      await sendFile(orderId, each, (part) => set(each.id, { part }));
      await client.invalidateQueries({ queryKey: [orders.files.name] });
      drop(each.id);
    } catch (problem) {
      if (looking.current) set(each.id, { problem });
      // Whoever looks at something else meanwhile would not see it stand here.
      else tellNotSent(each.file, problem, () => void untilSent(() => send(each)));
    }
  };

  const add = (chosen: readonly File[], kind: OfficeFileKind) => {
    const begun = chosen.map((file) => ({ id: newId(), file, kind, part: 0, problem: refusalOf(file) }));
    setUploads((all) => [...all, ...begun]);
    // One after another: the line is as wide as it is, and what is first is seen first.
    const sendable = begun.filter(({ problem }) => !problem);
    const sendAll = () =>
      sendable.reduce<Promise<void>>((before, each) => before.then(() => send(each)), Promise.resolve());
    void untilSent(sendAll);
  };
  return { uploads, add, drop, retry: (each: Uploading) => void untilSent(() => send(each)) };
};
