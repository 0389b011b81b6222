import { problem } from "#platform";

export const notComplete = problem<{ missing: string[] }>(
  "field/not-complete",
  409,
  "Something must still be done before the customer can sign",
);
export const serialKnown = problem<{ serial: string }>(
  "field/serial-known",
  409,
  "This serial number has been installed before",
);
export const notDoneYet = problem("field/not-done-yet", 409, "The job has not been completed yet");
export const unknownPhoto = problem("field/unknown-photo", 422, "This photo has not arrived yet");
export const notOnOrder = problem("field/not-on-order", 422, "This article is not on the order");
export const reasonNeeded = problem("field/reason-needed", 422, "Say why");
