import { invalidInput, type Problem } from "#platform";
import { crewHasBreaches, crewNameTaken, personOnOtherCrew, vanOnOtherCrew } from "./crews/problems.ts";
import { codeTaken, repairOverlaps, vanInRepair } from "./means/problems.ts";
import { absenceOverlaps, certificateThere } from "./people/problems.ts";
import { planCrewsMoved } from "./plans/problems.ts";

const atField = (pointer: string, problem: string, message: string) => () =>
  invalidInput({ errors: [{ pointer, problem, message }] });

const byConstraint: Readonly<Record<string, () => Problem>> = {
  day_crew_members_person_once: () => personOnOtherCrew(),
  day_crew_members_person_there: () =>
    crewHasBreaches({ breaches: [{ kind: "person_away", crewName: "", detail: "" }] }),
  day_crew_members_pkey: atField("/mechanicIds", "twice", "somebody is named twice"),
  day_crews_pkey: atField("/id", "taken", "another crew has this id"),
  day_crews_check: atField("/endsAt", "ends-before-begin", "ends before it begins"),
  certificates_file_id_fkey: atField("/fileId", "unknown", "is not there"),
  day_crews_van_once: () => vanOnOtherCrew(),
  day_crews_name_once: () => crewNameTaken(),
  day_crews_van_there: () => vanInRepair(),
  absences_never_twice: () => absenceOverlaps(),
  van_repairs_one_at_a_time: () => repairOverlaps(),
  certificates_once: () => certificateThere(),
  plan_places_crew_id_on_day_fkey: () => planCrewsMoved({ crews: [] }),
  plan_crews_crew_id_fkey: () => planCrewsMoved({ crews: [] }),
  mechanics_code_key: () => codeTaken(),
  vans_plate_key: () => codeTaken(),
  depots_name_key: () => codeTaken(),
};

/** What the database refuses about people, means and drafts, in our own words. */
export const inWords = async <T>(writing: Promise<T>): Promise<T> => {
  try {
    return await writing;
  } catch (error) {
    const { constraint = "" } = error as { constraint?: string };
    throw byConstraint[constraint]?.() ?? error;
  }
};
