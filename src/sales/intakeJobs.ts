import { z } from "zod";
import { sendMail } from "#messaging";
import { openException, orderStatus, orders } from "#orders";
import { type JobKind, job, type Work } from "#platform";
import { intakeReminded } from "./events.ts";
import { linkToIntake } from "./intakeLink.ts";
import { intakeStatus } from "./intakeStatus.ts";
import { intakes } from "./intakeStore.ts";
import { intakeReminders } from "./mails.ts";

/** The questionnaire, if it still waits for an answer to the sending that ends at `dueAt`. */
const stillAsked = async (work: Work, orderId: string, dueAt: string) => {
  const order = await orders.lock(work.tx, orderId);
  const intake = await intakes.lock(work.tx, orderId);
  const waits = ["sent", "started"].includes(intake.status) && intake.dueAt === dueAt;
  return waits && !orderStatus.isFinal(order.status) ? { order, intake } : null;
};

/** At 50, 80 and 95 % of the time, unless everything is answered. */
export const remindOfIntake: JobKind<{ orderId: string; reminder: number; dueAt: string }> = job(
  "sales/remind-of-intake",
  z.object({ orderId: z.string(), reminder: z.int(), dueAt: z.string() }),
  async (work, { orderId, reminder, dueAt }) => {
    const asked = await stillAsked(work, orderId, dueAt);
    const template = intakeReminders[reminder - 1];
    if (!asked || !template || asked.intake.reminders >= reminder || asked.order.status === "on_hold") return;
    const { order, intake } = asked;
    await intakes.change(work.tx, intake, { reminders: reminder });
    await sendMail(work, template, {
      orderId,
      contactId: order.contactId,
      organizationId: order.endCustomerId,
      variables: { link: await linkToIntake(work, order) },
      key: `intake-reminder:${intake.id}:${dueAt}:${reminder}`,
    });
    work.announce(intakeReminded({ id: intake.id, orderId, reminder }));
  },
);

/** The time to answer is over: a person calls. The link goes on working. */
export const expireIntake: JobKind<{ orderId: string; dueAt: string }> = job(
  "sales/expire-intake",
  z.object({ orderId: z.string(), dueAt: z.string() }),
  async (work, { orderId, dueAt }) => {
    const asked = await stillAsked(work, orderId, dueAt);
    if (!asked) return;
    await intakes.change(work.tx, asked.intake, { status: intakeStatus.move("expire", asked.intake) });
    await openException(work, {
      orderId,
      kind: "intake_expired",
      facts: { sentAt: asked.intake.sentAt, reminders: asked.intake.reminders },
    });
  },
);
