import { z } from "zod";
import { openException, orderChanged } from "#orders";
import { type JobKind, job, later, Problem, RefusedUrl, storeFile, TooLarge, type Work } from "#platform";

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

/** Fetches the bytes and hangs them on the order; what they really are is found out from the bytes themselves. */
const fetchInto = async (work: Work, file: Waiting): Promise<string> => {
  const answer = await work.services.outbound.send(file.url, {
    redirects: mostRedirects,
    mostBytes,
    patienceMilliseconds,
  });
  if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
  const { id } = await storeFile(work, {
    bytes: answer.body,
    name: file.name || nameIn(file.url),
    kind: "partner-file",
    visibility: "partner",
    orderId: file.orderId,
    recordId: file.id,
  });
  return id;
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
    let kept: string;
    try {
      kept = await fetchInto(work, file);
    } catch (error) {
      return keepFailure(work, file, failureOf(error));
    }
    await work.tx
      .updateTable("partnerFiles")
      .set({ status: "fetched", attempts: file.attempts + 1, error: null, fileId: kept })
      .where("id", "=", fileId)
      .execute();
    work.announce(orderChanged({ id: file.orderId, orderId: file.orderId, fields: ["files"] }));
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
