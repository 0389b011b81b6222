import { z } from "zod";
import { openException } from "#orders";
import {
  type FileStore,
  type JobKind,
  job,
  later,
  type Outcome,
  outside,
  pauseAfter,
  statement,
  type Work,
} from "#platform";
import { fileOf } from "./documents.ts";
import { mailFailed, mailSent } from "./events.ts";
import type { OutgoingMail } from "./mailer.ts";

const mostAttempts = 6;

interface Message {
  id: string;
  orderId: string | null;
  template: string;
  subject: string;
  toAddress: string;
  attempts: number;
}

/** The files that go along, made where they were not yet; their bytes are fetched when the mail leaves. */
const attachmentsOf = async (work: Work, messageId: string) => {
  const rows = await work.tx
    .selectFrom("messageAttachments")
    .selectAll()
    .where("messageId", "=", messageId)
    .execute();
  const found: { filename: string; contentType: string; sha256: Buffer }[] = [];
  for (const row of rows) {
    const fileId = await fileOf(work, row);
    const { sha256, mediaType } = await work.tx
      .selectFrom("files")
      .select(["sha256", "mediaType"])
      .where("id", "=", fileId)
      .executeTakeFirstOrThrow();
    found.push({ filename: row.name, contentType: mediaType, sha256 });
  }
  return found;
};

const withBytes = (files: FileStore, found: Awaited<ReturnType<typeof attachmentsOf>>) =>
  Promise.all(
    found.map(
      async ({ sha256, ...file }): Promise<OutgoingMail["attachments"][number]> => ({
        ...file,
        content: await files.get(sha256),
      }),
    ),
  );

const markSent = statement((db, status: string, attempts: number, sentAt: string, id: string) =>
  db.updateTable("messages").set({ status, attempts, error: null, sentAt }).where("id", "=", id),
);

const keepSent = async (work: Work, message: Message, status: "sent" | "kept") => {
  await markSent(work.tx, status, message.attempts + 1, work.now, message.id);
  const { id, orderId, template, subject } = message;
  work.announce(mailSent({ id, orderId, template, subject }));
};

const keepFailed = async (work: Work, message: Message, error: unknown) => {
  const { id, orderId, template, subject } = message;
  const attempts = message.attempts + 1;
  const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
  const isLast = attempts >= mostAttempts;
  await work.tx
    .updateTable("messages")
    .set({ status: isLast ? "failed" : "queued", attempts, error: reason })
    .where("id", "=", id)
    .execute();
  if (!isLast) {
    work.schedule(deliverMail({ messageId: id }, { at: later(work.now, pauseAfter(attempts)), orderId }));
    return;
  }
  work.announce(mailFailed({ id, orderId, template, subject, error: reason }));
  const facts = { to: message.toAddress, error: reason };
  await openException(work, { orderId, kind: "mail_failed", key: id, facts });
};

const settle = (work: Work, message: Message, outcome: Outcome<"sent" | "kept">) =>
  "value" in outcome ? keepSent(work, message, outcome.value) : keepFailed(work, message, outcome.error);

const waitingMessage = statement((db, id: string) =>
  db.selectFrom("messages").selectAll().where("id", "=", id).where("status", "in", ["queued", "failed"]),
);

/** Brings one mail out; a failure is tried again with growing pauses, and after the last try a person hears of it. */
export const deliverMail: JobKind<{ messageId: string }> = job(
  "messaging/deliver-mail",
  z.object({ messageId: z.string() }),
  async (work, { messageId }) => {
    const [message] = await waitingMessage(work.tx, messageId);
    if (!message) return;
    const { mailer, files } = work.services;
    if (!mailer.leavesTheHouse) return keepSent(work, message, "kept");
    const attachments = await attachmentsOf(work, messageId);
    return outside(
      async () =>
        mailer.send({
          messageId: `<${message.id}@${message.fromAddress.split("@")[1]}>`,
          from: { name: message.fromName, address: message.fromAddress },
          to: message.toAddress,
          subject: message.subject,
          text: message.body,
          html: message.html,
          calendar: message.calendar,
          attachments: await withBytes(files, attachments),
        }),
      (settling, outcome) => settle(settling, message, outcome),
    );
  },
  { lease: "PT15M" },
);
