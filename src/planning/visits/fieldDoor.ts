import { type Db, type Instant, minutesBetween, statement, type Work } from "#platform";
import { visitEnded, visitUnderWay } from "./events.ts";
import { moveVisit, type Visit, visits } from "./visitStore.ts";

const memberWithAccount = statement((db, crewId: string, userId: string) =>
  db
    .selectFrom("dayCrewMembers as m")
    .innerJoin("users as u", "u.mechanicId", "m.mechanicId")
    .select("m.mechanicId")
    .where("m.crewId", "=", crewId)
    .where("u.id", "=", userId),
);

const underWay = async (work: Work, visitId: string, move: "depart" | "arrive" | "start", changes = {}) => {
  const visit = await moveVisit(work, await visits.lock(work.tx, visitId), move, { changes });
  const { id, orderId, number, status } = visit;
  work.announce(visitUnderWay({ id, orderId, number, status }));
  return visit;
};

/** What field tells planning about a visit, so that planning learns from actual times. */
export const visitProgress = {
  depart: (work: Work, visitId: string): Promise<Visit> => underWay(work, visitId, "depart"),

  arrive: (work: Work, visitId: string, at: Instant): Promise<Visit> =>
    underWay(work, visitId, "arrive", { actualStart: at }),

  start: (work: Work, visitId: string): Promise<Visit> => underWay(work, visitId, "start"),

  /** All the work is done. */
  complete: (work: Work, visitId: string, at: Instant): Promise<Visit> =>
    end(work, visitId, "complete", { at, reason: null }),

  /** Called off on the spot: another visit has to follow. */
  callOff: (work: Work, visitId: string, at: Instant, reason: string): Promise<Visit> =>
    end(work, visitId, "callOff", { at, reason }),

  /** The mechanic behind an account, when on the crew of the visit. */
  async crewMember(db: Db, visit: Pick<Visit, "crewId">, userId: string): Promise<string | undefined> {
    if (!visit.crewId) return undefined;
    const [member] = await memberWithAccount(db, visit.crewId, userId);
    return member?.mechanicId;
  },
};

const end = async (
  work: Work,
  visitId: string,
  move: "complete" | "callOff",
  { at, reason }: { at: Instant; reason: string | null },
) => {
  const before = await visits.lock(work.tx, visitId);
  const visit = await moveVisit(work, before, move, { reason, changes: { actualEnd: at } });
  const { id, orderId, number, status } = visit;
  const minutes = minutesBetween(before.actualStart ?? at, at);
  work.announce(visitEnded({ id, orderId, number, status, minutes, reason }));
  return visit;
};
