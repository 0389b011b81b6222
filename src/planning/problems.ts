import { type Problem, problem } from "#platform";
import type { Breach, CrewBreach, Offer, RuleBreach } from "./contract.ts";

export const slotTaken = problem<{ offers: Offer[] }>(
  "planning/slot-taken",
  409,
  "This half day has just been taken; these are the next best",
);
export const notPlannable = problem<{ status: string }>(
  "planning/order-not-plannable",
  409,
  "This order is not being planned now",
);
export const offerOver = problem(
  "planning/offer-over",
  409,
  "This offer is over; your appointment stays as it is",
);
export const tooLate = problem(
  "planning/too-late-to-change",
  409,
  "This is too close to the appointment; please call us",
);
export const planHasBreaches = problem<{ breaches: Breach[] }>(
  "planning/plan-has-breaches",
  409,
  "This plan is not right in every way; plan it despite that, or choose differently",
);
export const crewIsTaken = problem("planning/crew-taken", 409, "This crew is somewhere else at that time");
export const reasonNeeded = problem("planning/reason-needed", 422, "Say why");
export const crewHasBreaches = problem<{ breaches: CrewBreach[] }>(
  "planning/crew-has-breaches",
  409,
  "This crew is not right in every way; do it despite that, or choose differently",
);
export const personOnOtherCrew = problem(
  "planning/person-on-other-crew",
  409,
  "This person is on another crew that day",
);
export const vanOnOtherCrew = problem(
  "planning/van-on-other-crew",
  409,
  "This van is with another crew that day",
);
export const crewNameTaken = problem(
  "planning/crew-name-taken",
  409,
  "There is a crew of this name already that day",
);
export const vanInRepair = problem("planning/van-in-repair", 409, "This van is in repair that day");
export const crewHasVisits = problem<{ crews: string[] }>(
  "planning/crew-has-visits",
  409,
  "There are visits on this crew; give them another place first",
);
export const absenceOverlaps = problem(
  "planning/absence-overlaps",
  409,
  "This person is away already at that time",
);
export const repairOverlaps = problem("planning/repair-overlaps", 409, "This van is in repair already then");
export const certificateThere = problem(
  "planning/certificate-already-there",
  409,
  "This certificate of that day is there already",
);
export const codeTaken = problem("planning/code-taken", 409, "Somebody or something else has this code");
export const alreadyDecided = problem<{ approval: string }>(
  "planning/absence-already-decided",
  409,
  "This absence was decided on already",
);
export const placeUnknown = problem("planning/place-unknown", 422, "This address could not be found");

const byConstraint: Readonly<Record<string, () => Problem>> = {
  day_crew_members_person_once: () => personOnOtherCrew(),
  day_crew_members_person_there: () =>
    crewHasBreaches({ breaches: [{ kind: "person_away", crewName: "", detail: "" }] }),
  day_crews_van_once: () => vanOnOtherCrew(),
  day_crews_name_once: () => crewNameTaken(),
  day_crews_van_there: () => vanInRepair(),
  absences_never_twice: () => absenceOverlaps(),
  van_repairs_one_at_a_time: () => repairOverlaps(),
  certificates_once: () => certificateThere(),
  mechanics_code_key: () => codeTaken(),
  vans_plate_key: () => codeTaken(),
  depots_name_key: () => codeTaken(),
};

/** What the database refuses about people and means, in our own words. */
export const inWords = async <T>(writing: Promise<T>): Promise<T> => {
  try {
    return await writing;
  } catch (error) {
    const { constraint = "" } = error as { constraint?: string };
    throw byConstraint[constraint]?.() ?? error;
  }
};
export const crewFull = problem<{ name: string }>(
  "planning/crew-full",
  409,
  "This crew has three people already",
);
export const planClosed = problem<{ status: string }>(
  "planning/plan-closed",
  409,
  "This plan is no draft any more",
);
export const planMoved = problem<{ visits: { id: string; number: string; madeBy: string | null }[] }>(
  "planning/plan-moved-meanwhile",
  409,
  "Somebody else moved these visits meanwhile; look again",
);
export const visitLocked = problem<{ numbers: string[] }>(
  "planning/visit-under-way",
  409,
  "These visits are under way or done and stay where they are",
);
export const notInPlan = problem<{ ids: string[] }>(
  "planning/not-in-this-plan",
  422,
  "These visits or crews do not belong to the days of this plan",
);
export const nothingToUndo = problem("planning/nothing-to-undo", 409, "There is nothing to take back");
export const planIsSolving = problem(
  "planning/plan-is-being-optimised",
  409,
  "The optimiser is at work already",
);
export const planRuleBreaches = problem<{ breaches: RuleBreach[] }>(
  "planning/plan-breaks-rules",
  409,
  "This plan breaks rules; publish it despite that, or mend it",
);
