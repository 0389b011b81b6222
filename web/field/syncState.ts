/** Where what a mechanic did is: with the office, on its way, or on the phone until there is a connection. */
export type SyncState = "saved" | "sending" | "waiting";

/** The worst of answers that are kept as one types and steps that were pressed: nothing is called kept that is not. */
export const worstOf = (answers: SyncState, steps: readonly { isPaused: boolean }[]): SyncState => {
  if (answers === "waiting" || steps.some(({ isPaused }) => isPaused)) return "waiting";
  return answers === "sending" || steps.length > 0 ? "sending" : "saved";
};
