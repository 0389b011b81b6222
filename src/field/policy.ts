import { type Visit, visitProgress } from "#planning";
import { type Actor, type Db, dayOf, daysAfter, forbidden, hasScope, type Instant, isStaff } from "#platform";

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

/** Crews see yesterday, today and the two days ahead. */
export const isAroundToday = (on: string | null, now: Instant): boolean => {
  const today = dayOf(now);
  return on !== null && on >= daysAfter(today, -1) && on <= daysAfter(today, 2);
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
