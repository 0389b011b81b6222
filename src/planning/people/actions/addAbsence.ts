import { action, backwardsProblems, farAheadProblems, type Instant, invalidInput } from "#platform";
import type { FieldProblem } from "#platform/contract";
import { planning as contract } from "../../contract.ts";
import { meansChanged } from "../../events.ts";
import { inWords } from "../../inWords.ts";
import { mayPlan } from "../../policy.ts";
import { absenceWithVisits } from "../absenceHits.ts";
import { lockMechanic } from "../mechanics.ts";
import { partProblems, workingDay } from "../workingDay.ts";

interface Times {
  fromOn: string;
  untilOn: string;
  comesAt?: string | undefined;
  leavesAt?: string | undefined;
  awayFrom?: string | undefined;
  awayUntil?: string | undefined;
}

/** Nobody comes or leaves then: it would be no absence at all, or all of the day. */
const midnight = "00:00";

/** An absence is the whole day, its beginning, its end, or a piece in between: never two of these. */
const mustMakeSense = ({ fromOn, untilOn, comesAt, leavesAt, awayFrom, awayUntil }: Times, now: Instant) => {
  const errors: FieldProblem[] = [
    ...farAheadProblems({ fromOn, untilOn }, now),
    ...backwardsProblems("untilOn", fromOn, untilOn),
    ...backwardsProblems("awayUntil", awayFrom, awayUntil),
  ];
  const refuse = (field: string, problem: string, message: string) =>
    errors.push({ pointer: `/${field}`, problem, message });
  if ([comesAt, leavesAt, awayFrom ?? awayUntil].filter(Boolean).length > 1)
    refuse("comesAt", "one-of-these", "comes later, leaves earlier or is away in between: one of these");
  if (Boolean(awayFrom) !== Boolean(awayUntil))
    refuse("awayUntil", "goes-together", "from and until go together");
  for (const [field, at] of Object.entries({ comesAt, leavesAt }))
    if (at === midnight) refuse(field, "midnight", "without a time it is the whole day");
  if (awayFrom && awayFrom === awayUntil) refuse("awayUntil", "not-valid", "ends as it begins");
  if (errors.length > 0) throw invalidInput({ errors });
};

/** Notes that somebody is away or asks to be, and shows the visits this touches with who could stand in. */
export const addAbsence = action(contract.addAbsence, async (work, given) => {
  const { tx, actor, now, authorize, note, announce } = work;
  authorize(mayPlan(actor));
  mustMakeSense(given, now);
  await lockMechanic(tx, given.mechanicId);
  const errors = partProblems(given, await workingDay(tx, given));
  if (errors.length > 0) throw invalidInput({ errors });
  const absence = await inWords(
    tx
      .insertInto("absences")
      .values({ ...given, createdAt: now })
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
  note({ recordType: "absence", recordId: absence.id, reason: given.kind });
  announce(meansChanged({ id: given.mechanicId, what: "absence" }));
  return absenceWithVisits(tx, absence, now);
});
