import type { Db, Tx } from "#platform";
import { clockOf } from "../../slots/crewState.ts";
import { type Visit, visits } from "../visitStore.ts";
import type { VisitWishes, VisitWishesView, WishedHours } from "./views.ts";

/** Minutes since midnight. */
export const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

const hoursOf = async (db: Db, visitId: string): Promise<WishedHours[]> => {
  const rows = await db
    .selectFrom("visitWindows")
    .select(["onDay as on", "fromMinute", "untilMinute"])
    .where("visitId", "=", visitId)
    .orderBy("onDay")
    .orderBy("fromMinute")
    .execute();
  return rows.map(({ on, fromMinute, untilMinute }) => ({
    on,
    from: clockOf(fromMinute),
    until: clockOf(Math.min(untilMinute, 1439)),
  }));
};

/** Visits that wait for one, each for the next: linked to them it would wait for itself. */
const thoseThatWaitFor = (visitId: string, open: readonly Visit[]): ReadonlySet<string> => {
  const waiting = new Set([visitId]);
  for (const _ of open)
    for (const { id, linkedToId } of open) if (linkedToId && waiting.has(linkedToId)) waiting.add(id);
  return waiting;
};

/** What a visit asks, and the visits of its order that it may be linked to. */
export const wishesOfVisit = async (db: Db, visit: Visit): Promise<VisitWishesView> => {
  const open = await visits.open(db, visit.orderId);
  const waiting = thoseThatWaitFor(visit.id, open);
  const others = open.filter(({ id }) => !waiting.has(id));
  const { priority, mustDo, mayWaitUntil, notBefore, wishedPart, preferredCrewName } = visit;
  return {
    priority,
    mustDo,
    mayWaitUntil,
    notBefore,
    wishedPart: wishedPart as VisitWishes["wishedPart"],
    hours: await hoursOf(db, visit.id),
    preferredCrewName,
    preferredMechanicId: visit.preferredMechanicId,
    link:
      visit.linkedToId && visit.linkKind
        ? { visitId: visit.linkedToId, kind: visit.linkKind as "after" | "together" }
        : null,
    others: others.map(({ id, number, kind }) => ({ id, number, kind: kind as "installation" })),
  };
};

/** The columns in which wishes are kept; hours have a table of their own. */
export const wishColumns = ({ link, preferredCrewName, ...wishes }: Omit<VisitWishes, "hours">) => ({
  ...wishes,
  preferredCrewName: preferredCrewName || null,
  linkedToId: link?.visitId ?? null,
  linkKind: link?.kind ?? null,
});

/** Puts the hours on which it was agreed in the place of those that stand. */
export const writeHours = async (tx: Tx, visitId: string, hours: readonly WishedHours[]): Promise<void> => {
  await tx.deleteFrom("visitWindows").where("visitId", "=", visitId).execute();
  if (hours.length === 0) return;
  await tx
    .insertInto("visitWindows")
    .values(
      hours.map(({ on, from, until }) => ({
        visitId,
        onDay: on,
        fromMinute: minutesOf(from),
        untilMinute: minutesOf(until),
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["visitId", "onDay", "fromMinute"])
        .doUpdateSet(({ ref }) => ({ untilMinute: ref("excluded.untilMinute") })),
    )
    .execute();
};
