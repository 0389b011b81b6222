import { problem } from "#platform";

export const absenceOverlaps = problem(
  "planning/absence-overlaps",
  409,
  "This person is away already at that time",
);
export const certificateThere = problem(
  "planning/certificate-already-there",
  409,
  "This certificate of that day is there already",
);
export const alreadyDecided = problem<{ approval: string }>(
  "planning/absence-already-decided",
  409,
  "This absence was decided on already",
);
