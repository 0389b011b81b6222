import { orders } from "#orders";
import { action, farAheadProblems, invalidInput, refuseIfChanged, type Work } from "#platform";
import type { FieldProblem } from "#platform/contract";
import { planning as contract } from "../../contract.ts";
import { mayPlan } from "../../policy.ts";
import { differences } from "../../settings/settingsStore.ts";
import { partAt, windowOf } from "../../slots/dayPart.ts";
import { visitWishesChanged } from "../events.ts";
import { notPlannable } from "../problems.ts";
import { type Visit, visits } from "../visitStore.ts";
import type { VisitWishes, VisitWishesView, WishedHours } from "./views.ts";
import { minutesOf, wishColumns, wishesOfVisit, writeHours } from "./wishStore.ts";

const mayChange = ["planned", "rescheduled", "scheduled"];

const isMechanic = async ({ tx }: Work, id: string) =>
  (await tx.selectFrom("mechanics").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;

const isWithin = (part: VisitWishes["wishedPart"], { from, until }: Pick<WishedHours, "from" | "until">) => {
  if (!part) return true;
  const { earliest, latest } = windowOf[part];
  return minutesOf(from) <= latest && minutesOf(until) >= earliest;
};

/** A plan promises a half day of a day once, so two agreements within it would be one too many: which of them holds? */
const isSecondIn = (hours: VisitWishes["hours"], index: number) => {
  const { on, from } = hours[index]!;
  const part = partAt(minutesOf(from));
  return hours.slice(0, index).some((each) => each.on === on && partAt(minutesOf(each.from)) === part);
};

/** The days that were typed, by field. */
const daysIn = ({ mayWaitUntil, notBefore, hours }: VisitWishes) => ({
  mayWaitUntil,
  notBefore,
  ...Object.fromEntries(hours.map(({ on }, index) => [`hours/${index}/on`, on])),
});

/** Refuses wishes that contradict each other, and people and visits that do not belong here. */
const mustMakeSense = async (work: Work, wishes: VisitWishes, { others }: VisitWishesView) => {
  const errors: FieldProblem[] = farAheadProblems(daysIn(wishes), work.now);
  const refuse = (field: string, message: string, problem = "not-valid") =>
    errors.push({ pointer: `/${field}`, problem, message });
  const { mustDo, mayWaitUntil, hours, link, preferredMechanicId, notBefore, wishedPart } = wishes;
  if (mustDo && mayWaitUntil) refuse("mayWaitUntil", "what must be done cannot wait");
  for (const [index, { on, from, until }] of hours.entries()) {
    if (until <= from) refuse(`hours/${index}/until`, "ends before it begins");
    if (!isWithin(wishedPart, { from, until })) refuse(`hours/${index}/from`, "outside the part of the day");
    if (isSecondIn(hours, index)) refuse(`hours/${index}/from`, "a second in the same half day", "twice");
    if (notBefore && on < notBefore) refuse(`hours/${index}/on`, "before the first day that is allowed");
  }
  if (link && !others.some(({ id }) => id === link.visitId)) refuse("link", "no open visit of this order");
  if (preferredMechanicId && !(await isMechanic(work, preferredMechanicId)))
    refuse("preferredMechanicId", "unknown");
  if (errors.length > 0) throw invalidInput({ errors });
};

/** Each wish as one value, to see which became another. */
const flat = ({ hours, link, ...rest }: VisitWishes) => ({
  ...rest,
  hours: hours.map(({ on, from, until }) => `${on} ${from}-${until}`).join(", "),
  link: link && `${link.kind} ${link.visitId}`,
});

const mustWait = ({ status }: Visit) => {
  if (!mayChange.includes(status)) throw notPlannable({ current: status });
};

/** What a visit asks of a plan, all of it; the optimiser, the offers to its customer and the score go by it from now on. */
export const setVisitWishes = action(
  contract.setVisitWishes,
  async (work, { visitId, was, hours, ...rest }) => {
    const { tx, actor, authorize, note, announce } = work;
    authorize(mayPlan(actor));
    const visit = await visits.lock(tx, visitId);
    mustWait(visit);
    // Two visits that are linked to each other at once would wait in a circle.
    if (rest.link) await orders.lock(tx, visit.orderId);
    const { others, ...before } = await wishesOfVisit(tx, visit);
    refuseIfChanged(was && flat(was), flat(before));
    await mustMakeSense(work, { ...rest, hours }, { others, ...before });
    await visits.change(work, visitId, wishColumns(rest));
    await writeHours(tx, visitId, hours);
    const { orderId, number } = visit;
    const after = await wishesOfVisit(tx, await visits.byId(tx, visitId));
    const { others: _, ...now } = after;
    note({ recordType: "visit", recordId: visitId, orderId, changes: differences(flat(before), flat(now)) });
    announce(visitWishesChanged({ id: visitId, orderId, number }));
    return after;
  },
);
