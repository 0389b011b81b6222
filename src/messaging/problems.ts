import { problem } from "#platform";

export const unknownVariable = problem(
  "messaging/unknown-variable",
  422,
  "This text uses a word nobody fills in",
);
