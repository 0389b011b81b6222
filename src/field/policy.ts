import { type Visit, visitProgress } from "#planning";
import {
  type Actor,
  type Day,
  type Db,
  dayOf,
  daysAfter,
  forbidden,
  hasScope,
  type Instant,
  isStaff,
  weekdayOf,
} from "#platform";

/** The mechanic behind an account. */
export const mechanicOf = async (db: Db, actor: Actor): Promise<string | null> => {
  if (actor.kind !== "person") return null;
  const user = await db
    .selectFrom("users")
    .select("mechanicId")
    .where("id", "=", actor.userId)
    .executeTakeFirst();
  return user?.mechanicId ?? null;
};

const isWeekend = (on: Day) => weekdayOf(on) >= 6;

/** The day that many working days before or after; a weekend in between does not count. */
const workdaysFrom = (day: Day, count: number): Day => {
  const step = Math.sign(count);
  let on = day;
  for (let left = Math.abs(count); left > 0; left -= isWeekend(on) ? 0 : 1) on = daysAfter(on, step);
  return on;
};

/** The days crews see: from the working day before today to the second one after it. */
export const aroundToday = (now: Instant): { from: Day; until: Day } => {
  const today = dayOf(now);
  return { from: workdaysFrom(today, -1), until: workdaysFrom(today, 2) };
};

export const isAroundToday = (on: string | null, now: Instant): boolean => {
  const { from, until } = aroundToday(now);
  return on !== null && on >= from && on <= until;
};

/** The mechanic doing the job: on the crew of its visit, around today. Throws when it is somebody else's. */
export const crewMemberOf = async (
  db: Db,
  actor: Actor,
  { visit, now }: { visit: Visit; now: Instant },
): Promise<string> => {
  if (actor.kind !== "person" || !isAroundToday(visit.onDay, now)) throw forbidden();
  const mechanicId = await visitProgress.crewMember(db, visit, actor.userId);
  if (!mechanicId) throw forbidden();
  return mechanicId;
};

/** Staff look at every work order; who finds an installed charger is staff too. */
export const maySeeWork = (actor: Actor): boolean => isStaff(actor) || hasScope(actor, "operations.dispatch");
