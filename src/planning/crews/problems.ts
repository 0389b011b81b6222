import { problem } from "#platform";
import type { CrewBreach } from "../contract.ts";

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
export const crewHasVisits = problem<{ crews: string[] }>(
  "planning/crew-has-visits",
  409,
  "There are visits on this crew; give them another place first",
);
export const crewFull = problem<{ name: string }>(
  "planning/crew-full",
  409,
  "This crew has three people already",
);
