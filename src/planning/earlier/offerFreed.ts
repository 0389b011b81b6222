import { sql } from "kysely";
import { type Day, dayOf, later, listen, type Work, weekdayOf } from "#platform";
import type { DayPart } from "../slots/dayPart.ts";
import { fitsFor } from "../slots/offersFor.ts";
import { slotSettings } from "../slots/slotSettings.ts";
import { visitCancelled, visitFreed, visitMoved } from "../visits/events.ts";
import { mailAboutVisit } from "../visits/mails.ts";
import { visits } from "../visits/visitStore.ts";
import { earlierPossible, placePossible } from "./mails.ts";

/** How many customers hear of one half day that came free. */
const mostAsked = 5;

interface Freed {
  on: Day;
  part: DayPart;
  /** The visit that left it; whoever could not come then is not asked whether it suits after all. */
  leftBy?: string;
}

/** Who waits for such a half day, longest first: none yet, or a later one, and not asked about this one before. */
const waiting = ({ tx, now }: Work, { on, part, leftBy }: Freed) =>
  tx
    .selectFrom("earlierWishes as w")
    .innerJoin("visits as v", "v.id", "w.visitId")
    .innerJoin("orders as o", "o.id", "v.orderId")
    .select(["v.id", "v.orderId", "w.weekdays", "w.parts"])
    .where("o.status", "in", ["planning", "scheduled"])
    .where("v.status", "in", ["planned", "rescheduled", "scheduled"])
    .where((eb) => eb.or([eb("v.onDay", "is", null), eb("v.onDay", ">", on)]))
    .where("w.askedAt", "<=", now)
    .$if(leftBy !== undefined, (rows) => rows.where("v.id", "!=", leftBy!))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("earlierOffers as e")
            .select("e.id")
            .whereRef("e.visitId", "=", "v.id")
            .where("e.onDay", "=", on)
            .where("e.dayPart", "=", part),
        ),
      ),
    )
    .orderBy("w.askedAt")
    .execute();

/**
 * Whether somebody has no offer open: much comes free at once when a plan is published, and one mail asks more kindly than six. Who is
 * being asked at this very moment is not asked beside that.
 */
const mayBeAsked = async ({ tx, now }: Work, visitId: string): Promise<boolean> => {
  const { rows } = await sql<{ isMine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`planning/earlier of ${visitId}`}, 0)) as is_mine`.execute(
    tx,
  );
  if (!rows[0]?.isMine) return false;
  const open = await tx
    .selectFrom("earlierOffers")
    .select("id")
    .where("visitId", "=", visitId)
    .where("answer", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return open === undefined;
};

/** Offers a half day by mail to one who waits, for as long as its entity lets offers stand; the same half day again is the same offer with a new end. */
export const offerEarlier = async (
  work: Work,
  { on, part }: Freed,
  visit: { id: string; orderId: string },
) => {
  const { waitingOfferHours: hours } = await slotSettings(work.tx, { visitId: visit.id });
  const expiresAt = later(work.now, `PT${hours}H`);
  const again = { offeredAt: work.now, expiresAt, answer: null, answeredAt: null };
  const { id } = await work.tx
    .insertInto("earlierOffers")
    .values({ visitId: visit.id, onDay: on, dayPart: part, ...again })
    .onConflict((conflict) => conflict.columns(["visitId", "onDay", "dayPart"]).doUpdateSet(again))
    .returning("id")
    .executeTakeFirstOrThrow();
  const { status } = await visits.byId(work.tx, visit.id);
  await mailAboutVisit(
    work,
    status === "scheduled" ? earlierPossible : placePossible,
    { ...visit, onDay: on, dayPart: part },
    { key: `earlier:${visit.id}:${on}:${part}:${work.now}`, variables: { hours: String(hours) } },
  );
  return id;
};

/** Offers a half day that came free to whom it is welcome and whose visit really fits it. */
export const offerFreed = async (work: Work, freed: Freed): Promise<number> => {
  const { tx, now } = work;
  if (freed.on <= dayOf(now) || freed.part === "full_day") return 0;
  let asked = 0;
  for (const { weekdays, parts, ...visit } of await waiting(work, freed)) {
    if (!weekdays.includes(weekdayOf(freed.on)) || !parts.includes(freed.part)) continue;
    const [fit] = await fitsFor(tx, visit, { ...freed, now });
    if (!fit || !(await mayBeAsked(work, visit.id))) continue;
    await offerEarlier(work, freed, visit);
    asked += 1;
    if (asked === mostAsked) break;
  }
  return asked;
};

const isPart = (part: string | null | undefined): part is DayPart =>
  part === "morning" || part === "afternoon";

export const offerWhenMoved = listen(
  visitMoved,
  "planning/offer-when-moved",
  async (work, { id, on, part, formerOn, formerPart }) => {
    if (isPart(formerPart) && (on !== formerOn || part !== formerPart))
      await offerFreed(work, { on: formerOn, part: formerPart, leftBy: id });
  },
);

export const offerWhenFreed = listen(
  visitFreed,
  "planning/offer-when-freed",
  async (work, { id, formerOn, formerPart }) => {
    if (formerOn && isPart(formerPart))
      await offerFreed(work, { on: formerOn, part: formerPart, leftBy: id });
  },
);

export const offerWhenCancelled = listen(
  visitCancelled,
  "planning/offer-when-cancelled",
  async (work, { id, formerOn, formerPart }) => {
    if (formerOn && isPart(formerPart))
      await offerFreed(work, { on: formerOn, part: formerPart, leftBy: id });
  },
);
