import { action, invalidInput, refuseFarAhead } from "#platform";
import type { FieldProblem } from "#platform/contract";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { mayPlan } from "../../policy.ts";
import { lockMechanic } from "../mechanics.ts";
import { mechanicView } from "../queries/mechanics.ts";

interface Hours {
  weekday: number;
  startsAt: string;
  endsAt: string;
}

/** A weekday stands in it once, and ends after it begins. */
const mustMakeSense = (days: readonly Hours[]) => {
  const errors = days.flatMap(({ weekday, startsAt, endsAt }, index): FieldProblem[] => [
    ...(days.findIndex((day) => day.weekday === weekday) < index
      ? [{ pointer: `/days/${index}/weekday`, problem: "twice", message: "this weekday has hours already" }]
      : []),
    ...(endsAt <= startsAt
      ? [{ pointer: `/days/${index}/endsAt`, problem: "ends-before-begin", message: "ends before it begins" }]
      : []),
  ]);
  if (errors.length > 0) throw invalidInput({ errors });
};

/** The weekly hours from a day on; the same day again replaces them. */
export const setRoster = action(contract.setRoster, async (work, { mechanicId, validFrom, days }) => {
  const { tx, now } = work;
  work.authorize(mayPlan(work.actor));
  refuseFarAhead({ validFrom }, now);
  mustMakeSense(days);
  await lockMechanic(tx, mechanicId);
  const key = { mechanicId, validFrom };
  await tx
    .deleteFrom("rosters")
    .where("mechanicId", "=", mechanicId)
    .where("validFrom", "=", validFrom)
    .execute();
  if (days.length > 0) {
    await tx
      .insertInto("rosters")
      .values({ ...key, createdAt: now })
      .execute();
    await tx
      .insertInto("rosterHours")
      .values(days.map((day) => ({ ...key, ...day })))
      .execute();
  }
  work.note({ recordType: "mechanic", recordId: mechanicId, changes: { roster: [null, validFrom] } });
  work.announce(meansChanged({ id: mechanicId, what: "roster" }));
  return mechanicView(tx, mechanicId, now);
});
