import { businessEntities } from "#crm";
import { linesOf, moveOrder, type Order, orderMoved, orders } from "#orders";
import { listen, type Work } from "#platform";
import { minutesFor } from "../durations/learn.ts";
import { visitMade } from "./events.ts";
import { appointmentCancelled, chooseATime, mailAboutVisit } from "./mails.ts";
import { callVisitOff, takeOffDay } from "./scheduling.ts";
import { insertVisit, visits } from "./visitStore.ts";
import { usualWork, visitKindOf, workToDo } from "./workToDo.ts";

const workOf = async ({ tx }: Work, order: Order) => {
  const entity = await businessEntities.byCode(tx, order.businessEntity);
  return entity.doesFieldWork ? workToDo(await linesOf(tx, order.id)) : null;
};

/** An order that waits for planning has a visit that waits for a time, and the customer is asked to choose one. */
const prepareVisit = async (work: Work, order: Order, { invite = true } = {}) => {
  const open = await visits.open(work.tx, order.id);
  if (open.length > 0) return;
  const kind = visitKindOf(order.kind);
  const { minutes: ruleMinutes, skills, chargers } = (await workOf(work, order)) ?? usualWork(kind);
  const minutes = await minutesFor(work.tx, { orderId: order.id, kind, ruleMinutes });
  const visit = await insertVisit(work, order, { kind, minutes, skills, chargers, ruleMinutes });
  work.announce(visitMade({ id: visit.id, orderId: order.id, number: visit.number, kind }));
  if (invite) await mailAboutVisit(work, chooseATime, visit, { key: `choose-a-time:${visit.id}` });
};

const startPlanning = async (work: Work, order: Order) => {
  if (order.status !== "both_approved" || !(await workOf(work, order))) return;
  await prepareVisit(work, await moveOrder(work, order.id, "startPlanning"));
};

const reasons = { on_hold: "order on hold", cancelled: "order cancelled" } as const;

/** A paused order gives its crew's time back; a cancelled one calls its visits off. */
const release = async (work: Work, order: Order) => {
  const isCancelled = order.status === "cancelled";
  if (!isCancelled && order.status !== "on_hold") return;
  for (const { id } of await visits.open(work.tx, order.id)) {
    const visit = await visits.lock(work.tx, id);
    if (!isCancelled && visit.status === "scheduled")
      await takeOffDay(work, visit, reasons.on_hold, { mail: appointmentCancelled });
    if (isCancelled && ["planned", "rescheduled", "scheduled"].includes(visit.status))
      await callVisitOff(work, visit, order.cancelReason ?? reasons.cancelled);
  }
};

/** A resumed order whose visits lost their day meanwhile waits for planning. */
const replan = async (work: Work, order: Order) => {
  const open = await visits.open(work.tx, order.id);
  if (order.status !== "scheduled" || open.some(({ status }) => status === "scheduled")) return;
  await moveOrder(work, order.id, "reschedule", { reason: reasons.on_hold, changes: { plannedOn: null } });
  for (const visit of open) await mailAboutVisit(work, chooseATime, visit);
};

/** Planning follows the order: free for planning, cancelled, paused and resumed. */
export const followOrder = listen(
  orderMoved,
  "planning/follow-order",
  async (work, { orderId, move, to }) => {
    const concerned = ["both_approved", "planning", "cancelled", "on_hold"].includes(to);
    if (!concerned && move !== "resume:scheduled") return;
    const order = await orders.lock(work.tx, orderId);
    if (to === "both_approved") await startPlanning(work, order);
    if (to === "planning" && order.status === "planning" && move !== "startPlanning" && move !== "reschedule")
      await prepareVisit(work, order);
    if (to === "cancelled" || to === "on_hold") await release(work, order);
    if (move === "resume:scheduled") await replan(work, order);
  },
);
