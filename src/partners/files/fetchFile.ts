import { z } from "zod";
import { openException, orderChanged } from "#orders";
import {
  type JobKind,
  job,
  keepFile,
  later,
  type Outbound,
  outside,
  type Prepared,
  Problem,
  prepareFile,
  RefusedUrl,
  TooLarge,
  type Work,
} from "#platform";

const mostAttempts = 3;
const mostBytes = 15 * 1024 * 1024;
const patienceMilliseconds = 30_000;
const mostRedirects = 3;

interface Waiting {
  id: string;
  orderId: string;
  organizationId: string;
  url: string;
  name: string | null;
  attempts: number;
}

/** What went wrong, and whether it may go better later. */
interface Failure {
  error: string;
  isFinal: boolean;
}

const failureOf = (error: unknown): Failure => {
  if (error instanceof RefusedUrl) return { error: error.reason, isFinal: true };
  if (error instanceof TooLarge) return { error: "too_large", isFinal: true };
  if (error instanceof Problem) return { error: error.type.replace(/^.*\//, ""), isFinal: true };
  return { error: error instanceof Error ? error.message.slice(0, 300) : String(error), isFinal: false };
};

const nameIn = (url: string): string => {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** Fetches the bytes and finds out from them what the file really is. */
const fetched = async (outbound: Outbound, file: Waiting): Promise<Prepared> => {
  const answer = await outbound.send(file.url, { redirects: mostRedirects, mostBytes, patienceMilliseconds });
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
  return prepareFile({ bytes: answer.body, name: file.name || nameIn(file.url) });
};

/** Hangs a file on the order it was offered for. */
const keepFetched = async (work: Work, file: Waiting, content: Prepared) => {
  const { orderId } = file;
  const details = { kind: "partner-file", visibility: "partner", orderId, recordId: file.id } as const;
  const { id: fileId } = await keepFile(work, content, details);
  await work.tx
    .updateTable("partnerFiles")
    .set({ status: "fetched", attempts: file.attempts + 1, error: null, fileId })
    .where("id", "=", file.id)
    .execute();
  work.announce(orderChanged({ id: orderId, orderId, fields: ["files"] }));
};

const keepFailure = async (work: Work, file: Waiting, { error, isFinal }: Failure) => {
  const attempts = file.attempts + 1;
  const isOver = isFinal || attempts >= mostAttempts;
  await work.tx
    .updateTable("partnerFiles")
    .set({ attempts, error, status: isOver ? "failed" : "waiting" })
    .where("id", "=", file.id)
    .execute();
  if (!isOver) {
    const at = later(work.now, `PT${2 ** attempts}M`);
    work.schedule(fetchFile({ fileId: file.id }, { at, orderId: file.orderId }));
    return;
  }
  await openException(work, {
    orderId: file.orderId,
    kind: "file_not_fetched",
    key: file.id,
    organizationId: file.organizationId,
    facts: { name: file.name ?? nameIn(file.url), error },
  });
};

/**
 * Fetches one file a partner offers by address: https only, no private network on any redirect, at most 15 MB, pictures and
 * PDF only. Three tries; what cannot go better at all is not tried again. Then a person hears of it.
 */
export const fetchFile: JobKind<{ fileId: string }> = job(
  "partners/fetch-file",
  z.object({ fileId: z.string() }),
  async (work, { fileId }) => {
    const file = await work.tx
      .selectFrom("partnerFiles")
      .selectAll()
      .where("id", "=", fileId)
      .where("status", "=", "waiting")
      .executeTakeFirst();
    if (!file) return;
    const { outbound } = work.services;
    return outside(
      () => fetched(outbound, file),
      (settling, outcome) =>
        "value" in outcome
          ? keepFetched(settling, file, outcome.value)
          : keepFailure(settling, file, failureOf(outcome.error)),
    );
  },
);

/** Puts the files of a delivered order in line to be fetched, each address once. */
export const fetchFilesLater = async (
  work: Work,
  to: { orderId: string; organizationId: string },
  files: readonly { url: string; name: string | null; kind: string | null }[],
): Promise<void> => {
  for (const { url, name, kind } of files) {
    const added = await work.tx
      .insertInto("partnerFiles")
      .values({ ...to, url, name, kind, createdAt: work.now })
      .onConflict((conflict) => conflict.columns(["orderId", "url"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added)
      work.schedule(
        fetchFile({ fileId: added.id }, { key: `partner-file:${added.id}`, orderId: to.orderId }),
      );
  }
};
