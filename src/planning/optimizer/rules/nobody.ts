import type { DayRule } from "./rule.ts";

/** A crew with visits has somebody who goes. */
export const nobody: DayRule = ({ slot: { crewId, team }, stops }) =>
  team && stops.length > 0 && team.people.length === 0
    ? [{ rule: "nobody", visitId: null, crewId, detail: "" }]
    : [];
