import { articles } from "#catalog";
import { readAddress, siteOf } from "#crm";
import { sendMail } from "#messaging";
import {
  addLines,
  correctSite,
  moveOrder,
  type Order,
  openException,
  orderStatus,
  orders,
  settleExceptions,
} from "#orders";
import { type ActorKind, actorKind, later, revokeLinks, type Work } from "#platform";
import { intakeCompleted, intakeSent } from "./events.ts";
import { answersOfPartner, IntakeAnswers, type IntakeDraft, questionsOpen } from "./intakeAnswers.ts";
import { expireIntake, remindOfIntake } from "./intakeJobs.ts";
import { linkToIntake } from "./intakeLink.ts";
import { outcomeOfIntake } from "./intakeRules.ts";
import { intakeStatus } from "./intakeStatus.ts";
import { deliveredFiles, type Intake, intakes, merged, orderedOn } from "./intakeStore.ts";
import { intakeInvitation } from "./mails.ts";
import { intakeClosed, intakeIncomplete, notOurPhoto, orderOver } from "./problems.ts";
import { linesAreOpen } from "./queries/quote.ts";

/** Orders that begin with questions about house and meter cupboard. */
export const asksQuestions = ({ kind }: Pick<Order, "kind">): boolean =>
  ["installation", "upgrade", "relocation", "consultation"].includes(kind);

/** At which share of the time to answer a reminder goes out. */
const reminderShares = [0.5, 0.8, 0.95];
const timeToAnswer = intakeStatus.statuses.sent.within ?? "P7D";

const momentAt = (from: string, until: string, share: number) =>
  new Date(Date.parse(from) + (Date.parse(until) - Date.parse(from)) * share).toISOString();

/** Mails the link, starts the clock and its reminders; sent again, earlier links stop working. */
export const sendIntake = async (work: Work, order: Order, intake: Intake): Promise<Intake> => {
  const { tx, now } = work;
  const again = intake.sentAt !== null;
  const dueAt = later(now, timeToAnswer);
  if (again) await revokeLinks(work, { orderId: order.id, purpose: "intake" });
  const sent = await intakes.change(tx, intake, {
    status: intakeStatus.move("send", intake),
    sentAt: now,
    dueAt,
    reminders: 0,
  });
  await sendMail(work, intakeInvitation, {
    orderId: order.id,
    contactId: order.contactId,
    organizationId: order.endCustomerId,
    variables: { link: await linkToIntake(work, order) },
    key: `intake:${intake.id}:${now}`,
  });
  for (const [index, share] of reminderShares.entries())
    work.schedule(
      remindOfIntake(
        { orderId: order.id, reminder: index + 1, dueAt },
        {
          at: momentAt(now, dueAt, share),
          key: `intake-reminder:${intake.id}:${now}:${index}`,
          orderId: order.id,
        },
      ),
    );
  work.schedule(
    expireIntake(
      { orderId: order.id, dueAt },
      { at: dueAt, key: `intake-expiry:${intake.id}:${now}`, orderId: order.id },
    ),
  );
  await settleExceptions(work, {
    orderId: order.id,
    kind: ["intake_expired", "intake_by_phone"],
    resolution: "link sent",
  });
  if (orderStatus.can("sendIntake", order)) await moveOrder(work, order.id, "sendIntake");
  work.announce(intakeSent({ id: intake.id, orderId: order.id, again }));
  return sent;
};

/** Begins the questionnaire of a new lead: by mail where there is an address, else a person calls. */
export const startIntake = async (work: Work, order: Order): Promise<void> => {
  const { tx, now } = work;
  const { intake: given, files = [] } = await deliveredFiles(tx, order.id);
  const intake = await intakes.add(tx, {
    orderId: order.id,
    answers: answersOfPartner(given, files),
    createdAt: now,
  });
  if (intake.status !== "waiting" || order.source === "import") return;
  const { email } = await tx
    .selectFrom("contacts")
    .select("email")
    .where("id", "=", order.contactId)
    .executeTakeFirstOrThrow();
  if (email) await sendIntake(work, order, intake);
  else await openException(work, { orderId: order.id, kind: "intake_by_phone" });
};

const checkPhotos = async ({ tx }: Work, orderId: string, given: IntakeDraft) => {
  const ids = (given.photos?.photos ?? []).map(({ fileId }) => fileId);
  if (ids.length === 0) return;
  const ours = await tx
    .selectFrom("files")
    .select("id")
    .where("id", "in", ids)
    .where("orderId", "=", orderId)
    .execute();
  const known = new Set(ours.map(({ id }) => id));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) throw notOurPhoto({ fileIds: missing });
};

const openIntake = async (work: Work, orderId: string) => {
  const order = await orders.lock(work.tx, orderId);
  if (orderStatus.isFinal(order.status)) throw orderOver({ current: order.status });
  return { order, intake: await intakes.lock(work.tx, orderId) };
};

/** Keeps the answers of the given steps; the others stay as they were. */
export const saveAnswers = async (work: Work, orderId: string, given: IntakeDraft) => {
  const { order, intake } = await openIntake(work, orderId);
  if (intake.status === "completed") throw intakeClosed();
  await checkPhotos(work, orderId, given);
  const begins = intakeStatus.can("begin", intake) && actorKind(work.actor) === "customer";
  const saved = await intakes.change(work.tx, intake, {
    answers: merged(intake.answers, given),
    savedAt: work.now,
    ...(begins ? { status: "started", startedAt: intake.startedAt ?? work.now } : {}),
  });
  return { order, intake: saved };
};

type Part = string | number | null | undefined;
const tidy = (part: Part) =>
  String(part ?? "")
    .trim()
    .toLowerCase();

const correctAddress = async (work: Work, order: Order, typed: NonNullable<IntakeDraft["address"]>) => {
  const { confirmed: _confirmed, ...given } = typed;
  const address = readAddress(given);
  const site = await siteOf(work.tx, order);
  const parts = ["street", "houseNumber", "addition", "postalCode", "city"] as const;
  if (site && parts.every((part) => tidy(site[part]) === tidy(address[part]))) return;
  await correctSite(work, order, given);
};

/** Adds what follows from the answers, billed to the end customer; what the partner ordered stays with the partner. */
const addAskedLines = async (work: Work, order: Order, answers: IntakeDraft) => {
  const { lines, flags } = outcomeOfIntake(answers, await orderedOn(work.tx, order.id));
  if (!linesAreOpen(order)) {
    // The quote is out: what was sent stays as it is, and a person compares it with the answers.
    if (lines.length > 0)
      await openException(work, {
        orderId: order.id,
        kind: "quote_to_check",
        facts: { reasons: ["answers_after_quote", ...flags] },
      });
    return { lines: 0, flags };
  }
  const numbers = lines.map(({ articleNumber }) => articleNumber);
  const known = new Map(
    (await articles.byNumbers(work.tx, numbers)).map((article) => [article.number, article]),
  );
  const toAdd = lines.flatMap(({ articleNumber, quantity }) => {
    const article = known.get(articleNumber);
    return article ? [{ article, quantity, billedToId: order.endCustomerId, origin: "intake" }] : [];
  });
  await addLines(work, order, toAdd);
  for (const { articleNumber, quantity } of lines.filter((line) => !known.has(line.articleNumber)))
    await openException(work, {
      orderId: order.id,
      kind: "unknown_article",
      key: articleNumber,
      facts: { articleNumber, quantity },
    });
  return { lines: toAdd.length, flags };
};

const close = async (work: Work, order: Order, intake: Intake, by: ActorKind): Promise<Intake> => {
  const { tx, now } = work;
  const { answers } = intake;
  if (answers.address) await correctAddress(work, order, answers.address);
  const outcome = await addAskedLines(work, order, answers);
  const remarks = answers.wishes?.remarks;
  if (remarks && !order.notes) await orders.change(work, order.id, { notes: remarks });
  const completed = await intakes.change(tx, intake, {
    status: intakeStatus.move("complete", intake),
    completedAt: now,
    completedBy: by,
    flags: outcome.flags,
  });
  await settleExceptions(work, {
    orderId: order.id,
    kind: ["intake_expired", "intake_by_phone", "no_mail_address"],
    resolution: "answered",
  });
  work.announce(intakeCompleted({ id: intake.id, orderId: order.id, by, ...outcome }));
  if (orderStatus.can("completeIntake", order)) await moveOrder(work, order.id, "completeIntake");
  return completed;
};

/** Closes the questionnaire: address, lines and flags go to the order, which moves on. Said twice, it happens once. */
export const completeIntake = async (work: Work, orderId: string) => {
  const { order, intake } = await openIntake(work, orderId);
  if (intake.status === "completed") return { order, intake };
  const missing = questionsOpen(intake.answers);
  if (missing.length > 0) throw intakeIncomplete({ missing });
  const answers = IntakeAnswers.parse(intake.answers);
  return { order, intake: await close(work, order, { ...intake, answers }, actorKind(work.actor)) };
};

/** A partner delivered every answer with the order: nobody is asked anything, the rules hold all the same. */
export const takeDeliveredIntake = async (work: Work, order: Order): Promise<void> => {
  const { intake: given, files = [] } = await deliveredFiles(work.tx, order.id);
  const intake = await intakes.add(work.tx, {
    orderId: order.id,
    answers: answersOfPartner(given, files),
    createdAt: work.now,
  });
  if (intake.status !== "completed") await close(work, order, intake, "partner");
};
